// Package workshoptest helps to test what is built on workshops: an in-memory Log, given/when/then, a sample workshop.
//
// [Log] stands in for the store. It passes the same contract (package storetest), gives back what a disk would give,
// and can be told to fail.
package workshoptest
