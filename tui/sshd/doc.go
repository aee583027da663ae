// Package sshd serves the UI over SSH. It knows terminals and the people at them, and of workshops only in which
// language they speak: what people see comes from a [Host], one [Screen] for each terminal.
//
//	server, err := sshd.New(sshd.Config{Host: host, Key: key, Log: log})
//	err = server.Serve(listener)     // until
//	err = server.Shutdown(ctx)       // which says goodbye to everyone
//
// # What is served
//
// "ssh host" opens a Screen and "ssh -t host wall" a public one; every other command is one of the Host's verbs, with a
// terminal or without. The SSH user name goes to the Host as it is, cleaned. Forwarding, agents, X11, files, signals
// and the environment, but for LANG and LC_*, are refused.
//
// Everybody gets in: with any public key, or without one and without a question. Who somebody is follows only from
// the key that made the signature ([Visitor].Key). Nothing is ever kept from a callback that runs before, where the
// key may be one that was merely offered (CVE-2024-45337).
//
// # A visit
//
// A connection (connection.go) may hold two channels. Each is a visit (visit.go), and passes three layers of Wish's
// middleware, of which the last in the list is the outermost:
//
//	count   who is here, until both sides have closed the visit; turns people away when the server closes
//	guard   recovers a panic, says so in one line, and waits until everything that belongs to the visit has ended
//	serve   shows a Screen, carries out a verb, or says what is missing
//
// Requests on the channel are sifted before Wish sees them (requests.go), because its library takes any environment,
// any agent and any window, and can be made to wait for ever with changes of the window's size.
//
// # Why not wish/bubbletea
//
// It runs on when a client closes its channel and keeps the connection, which OpenSSH's ControlMaster does: one core for
// each such client, for ever. It leaks a goroutine and a megabyte when a client drops while typing. It asks terminals
// questions whose answers turn up in people's next prompt. It keeps whatever an unterminated sequence brings. And its
// renderer takes most of a server's time: it ticks when nothing changes, and draws each person's screen cell by cell.
//
// Nor is there a tea.Program: it has four goroutines, one of which wakes once a second. A Screen is a tea.Model, and what runs its
// Update and its Cmds, and catches their panics, is a loop of ours (loop.go), which is the painter too:
//
//	bytes → cutter → decoder → messages ─→ Screen.Update
//	                 the room's news, its moment ─→ Screen.Wake
//	                                          │ something may have changed
//	bytes ← canvas ←──── lines ←──── Screen.Lines, when it is the painter's turn
//
// The painter (painter.go) has its turn at once after a quiet moment, and then thirty times a second. It writes what of the lines
// differs (frame.go, patch.go), all in one write, and brings what stands behind an emoji into its column (column.go). What that is has
// mostly been worked out for another terminal already (stencil.go). Everything that it writes has passed the last filter (line.go):
// printable text and SGR, cut at the window's edge, in the colours that the terminal has (pen.go).
//
// The cutter (cutter.go) keeps little and drops what is too long, so that no decoder behind it can grow or wait. We use
// ultraviolet's decoder without its reader, which builds a table of 139 KB for each person.
//
// A Screen may ask for the mouse (screen.go). It comes as reports among the keys (mouse.go), in the window and at the
// pace of pictures, and only as long as the Screen wants it. Every way out takes it back.
//
// # Goroutines of a visit
//
//	who          does                                         ends
//	the handler  runs the layers, and the Screen's loop       last of all, when the others have
//	requests     sifts them, notes the window's size          when the client has closed the channel
//	receiver     reads what is typed                          when the client has closed the channel
//	input        cuts and decodes it, tells the program       with the program
//
// There are those of the Screen's Cmds besides, which must end with the Screen's context. A connection has
// one that asks now and then whether the client lives. Nothing here waits for a client but who writes to it: its
// own loop. One write that takes ten seconds closes the connection (wire.go), which sets
// everything free.
//
// # Limits
//
// Many people sit behind one address, so nobody is turned away for theirs; only, one address has half of the handshakes at a
// time and its others wait (turns.go), and who says nothing takes no place at all (greeting.go). When the house is full, those
// who have not come in make place, the silent first, and then the oldest of the address that has most of them. What is
// limited: connections, handshakes at a time and their length, terminals of a connection, the window's size, a command's
// length, how long somebody may do nothing, what of a connection is read in a second (flow.go); and, of one person on all of
// their terminals (person.go), how many of these there are, what one can type, and ask for, in a second, and how much of the
// server's time that may take (effort.go). Each has a constant where it is used, and those worth changing are in [Config].
//
// # The log
//
// It says who came, and what was refused: one line for a connection and a reason (refusal.go). The message and the reason are
// ours and few, so that the handler can limit how many lines there are of a kind; what a client says of itself stands in other
// attributes, cleaned, whatever the handler. Nothing is in it of what people type and see, and of a panic only where it was.
//
// # Tests
//
// Package sshtest visits a server as people do, and is for the tests of other packages as well.
package sshd
