//go:build race

package tui

// raceEnabled says that everything takes ten times as long.
const raceEnabled = true
