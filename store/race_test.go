//go:build race

package store

// raceEnabled says that everything takes ten times as long.
const raceEnabled = true
