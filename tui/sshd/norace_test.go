//go:build !race

package sshd_test

// raceEnabled is false when everything takes its ordinary time.
const raceEnabled = false
