//go:build !race

package soak

// raceEnabled is false when everything takes its ordinary time.
const raceEnabled = false
