//go:build !unix

package main

// mindFileSize does nothing where the system bounds no file.
func mindFileSize() {}
