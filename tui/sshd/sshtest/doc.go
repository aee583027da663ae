// Package sshtest visits a server as people do, for tests: over a real connection, with a terminal that is emulated, so
// that a test sees what a person would see.
//
//	client := sshtest.Dial(t, address, "k7m2qp")
//	terminal := client.Terminal()
//	terminal.See("Which code are you here for?")
//	terminal.Type("hello")
//	terminal.Press("enter")
//
// Nothing here sleeps: what is awaited is looked at again whenever something has arrived, and a test fails after
// [Patience].
package sshtest
