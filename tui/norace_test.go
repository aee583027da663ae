//go:build !race

package tui

// raceEnabled is false when everything takes its ordinary time.
const raceEnabled = false
