//go:build !race

package store

// raceEnabled is false when everything takes its ordinary time.
const raceEnabled = false
