//go:build race

package main

// raceEnabled says that data races are looked for, those of the libraries included.
const raceEnabled = true
