// Package load measures a server with a crowd at it, from one end to the other: real clients on loopback, real connections, and
// screens of a real workshop with forty notes on its wall. In the same run it measures two others for comparison: raw, a bare
// x/crypto server that sends as many bytes, which is what ssh itself costs; and wish, a plain Wish and Bubble Tea program that
// shows as much, which is what one writes first. Each server is a process of its own; all share the machine with the clients.
//
//	go test ./tui/sshd/load -crowd 499 -runs 5 -v -timeout 1h
//
// prints the table; -width and -height give the terminals another size, and -profile writes the program's CPU profile.
// Without -crowd nothing is measured: times are reported and never asserted.
package load
