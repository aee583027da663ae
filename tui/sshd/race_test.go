//go:build race

package sshd_test

// raceEnabled says that everything takes ten times as long.
const raceEnabled = true
