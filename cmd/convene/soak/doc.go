// Package soak holds one test: a hundred people who come and go, write and vote, at the built program, for five minutes or, with
//
//	go test ./cmd/convene/soak -soak 1h -timeout 2h
//
// for as long as that says. It is a package of its own so that it runs beside the other tests. What it watches is what an
// administrator would watch: the memory and the open files of the process, its goroutines at the end, and its log.
package soak
