// Package storetest is the contract that every log of workshops must pass, whatever it is made of.
//
// A test of an implementation calls [Run] with a function that opens an empty log:
//
//	func TestContract(t *testing.T) {
//		storetest.Run(t, func(t *testing.T) storetest.Log { return newLog(t) })
//	}
//
// The contract knows a log only through [Log]. What can be seen in a file (permissions, locks, what is left of a
// ballot) is for the implementation's own tests.
package storetest
