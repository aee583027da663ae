// Package load measures a server with a crowd at it, from one end to the other: real clients on loopback, real connections, and
// screens of a real workshop with forty notes on its wall. In the same run it measures two others for comparison: raw, a bare
// x/crypto server that sends as many bytes, which is what ssh itself costs; and wish, a plain Wish and Bubble Tea program that
// shows as much, which is what one writes first. Each server is a process of its own; all share the machine with the clients.
//
//	go test ./tui/sshd/load -crowd 499 -runs 5 -v -timeout 1h
//
// prints the table; -width and -height give the terminals another size, and -profile writes the program's CPU profile.
// Without -crowd nothing is measured: times are reported and never asserted. What can be counted in bytes has bounds in a test.
//
// # Results
//
// On 27 November 2026, on two cores of an AMD EPYC with nothing else at work, Go 1.26, 499 people, 100×30, the higher of two runs:
//
//	                                                     convene     raw    wish  to raw  to wish
//	one change on all screens, p50, ms                      14.3     4.3     197     3.4     0.07
//	one change on all screens, p99, ms                      58.5    11.9     434     4.9     0.13
//	the server's CPU for each screen, ms                   0.072   0.017    1.23     4.3     0.06
//	join, from connect to first screen, p50, ms              3.8     2.7    22.5     1.4     0.17
//	memory for each person, kB                               175      77    1216     2.3     0.14
//	ten changes a second, p99, ms                           33.9     9.6     503     3.5     0.07
//	CPU with nothing to do, % of a core                      1.5       0    22.6
//	CPU with a countdown, % of a core                        2.3
//	bytes of a change                                         28      28      26
//	everyone is on a note of their own: p50, ms             23.9
//	everyone is on a note of their own: CPU, ms            0.139
//	p95 beside two hostile clients, which is 21.9 without   42.7
//	own key echo while a countdown runs, p99, ms             5.9 (of a third run)
//
// That third run had 11.7 ms and 30.7 ms for one change, 0.061 ms of CPU, and 49.8 ms for ten changes a second.
//
// At 200×50, with 300 people, memory for each person is 224 kB. A second of a countdown takes 10 bytes, a typed character 21, and
// somebody's vote 210. A change of one of forty notes costs 2.4 µs at a screen that others have had drawn, and 0.1 ms at one that has
// to be drawn (go test ./tui -run - -bench Frame).
package load
