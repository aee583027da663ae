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
// On 27 November 2026, on two cores of an AMD EPYC, Go 1.26, 499 people, 100×30, medians of five runs in one, with nothing else at
// work and the measured processes before whatever there was (nice -n -20):
//
//	                                                     convene     raw    wish  to raw  to wish
//	one change on all screens, p50, ms                      10.3     5.8     241     1.8     0.04
//	one change on all screens, p99, ms                      23.6    14.2     620     1.7     0.04
//	the server's CPU for each screen, ms                   0.045   0.017    1.56     2.6     0.03
//	join, from connect to first screen, p50, ms              5.6     4.3    28.1     1.3     0.20
//	memory for each person, kB                               184      77    1191     2.4     0.15
//	ten changes a second for ten seconds, p99, ms           27.6    22.9     529     1.2     0.05
//	the same, in its last tenth                             18.6    11.2     387     1.7     0.05
//	CPU with nothing to do, % of a core                      1.8       0    24.2
//	CPU with a countdown, % of a core                        2.8
//	bytes of a change                                         28      28      26
//	p95 without hostile clients, ms                         18.1
//	p95 beside one who reads nothing, ms                    19.5
//	p95 beside one who bombs, ms                            17.3
//	p95 beside two who bomb, one of them deaf, ms           22.3
//	everyone is on a note of their own: p50, ms             16.3
//	everyone is on a note of their own: CPU, ms            0.109
//	own key echo while a countdown runs, p99, ms             6.5
//
// The last line is of five runs of its own, with 300 keys each (12.5, 6.5, 5.3, 4.0 and 8.7 ms). In the five runs of the other lines
// there were 100 keys, of which the slowest took 14.3 ms. An earlier run with ten changes a second for a minute (-busy 60s) had a p99
// of 19.9 ms there, 1.3 times raw.
//
// At 200×50, with 300 people, memory for each person is 224 kB. A second of a countdown takes 10 bytes, a typed character 21, and
// somebody's vote 210. A change of one of forty notes costs 2.4 µs at a screen that others have had drawn, and 0.1 ms at one that has
// to be drawn (go test ./tui -run - -bench Frame).
package load
