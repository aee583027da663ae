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
// On 27 November 2026, on two cores of an AMD EPYC, Go 1.26, 499 people, 100×30, medians of five runs in one, of processes that came
// before everything else on the machine (nice -n -20), on which others were at work:
//
//	                                                     convene     raw    wish  to raw  to wish
//	one change on all screens, p50, ms                      11.1     4.8     263     2.3     0.04
//	one change on all screens, p99, ms                      34.0    14.5     801     2.3     0.04
//	the server's CPU for each screen, ms                   0.037   0.013    1.27     2.8     0.03
//	join, from connect to first screen, p50, ms              4.1     2.7    21.9     1.5     0.19
//	memory for each person, kB                               175      77    1129     2.3     0.15
//	ten changes a second for ten seconds, p99, ms           27.7    15.2     847     1.8     0.03
//	CPU with nothing to do, % of a core                      1.3       0    18.8
//	CPU with a countdown, % of a core                        1.5
//	bytes of a change                                         28      28      26
//	p95 without hostile clients, ms                         33.0
//	p95 beside one who reads nothing, ms                    23.7
//	p95 beside one who bombs, ms                            25.0
//	p95 beside two who bomb, one of them deaf, ms           25.4
//	everyone is on a note of their own: p50, ms             16.7
//	everyone is on a note of their own: CPU, ms            0.084
//	own key echo while a countdown runs, p99, ms             9.6
//
// One more run, with hardly anybody else at work and with ten changes a second for a minute (-runs 1 -busy 60s), had 8.5 ms for half
// of the screens, which is 2.0 times raw, 18.8 ms for 99 of 100 (1.9), 19.9 ms for ten changes a second (1.3), and 12.8 ms for the
// slowest of 100 echoes.
//
// At 200×50, with 300 people, memory for each person is 224 kB. A second of a countdown takes 10 bytes, a typed character 21, and
// somebody's vote 210. A change of one of forty notes costs 2.4 µs at a screen that others have had drawn, and 0.1 ms at one that has
// to be drawn (go test ./tui -run - -bench Frame).
package load
