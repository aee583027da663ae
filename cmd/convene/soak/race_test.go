//go:build race

package soak

// raceEnabled says that everything takes ten times as long.
const raceEnabled = true
