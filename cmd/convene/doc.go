// Convene takes a group through a workshop that founds a Community of Practice.
//
// Package main wires the layers together and does nothing else: each verb is one file, which opens the store, holds a
// room or loads a log, and writes the result. Run "convene help" for the verbs.
//
// What new workshops say and ask is a format (package workshop/format), chosen with --lang and --format by the verbs that
// begin workshops: new, serve, and convene itself for its lobby. "convene format" prints the built-in one.
//
// # Manners
//
// Standard output carries only the result, so that it can be piped; progress goes to standard error. An error reads
// "convene: what went wrong" and, where there is one, "hint: what to do" on the next line. The exit code is 0 when it
// is done, 1 when it was refused or failed, and 2 when the command line was wrong.
package main
