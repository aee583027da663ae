package workshoptest

import "runtime"

// Spent is what a function allocates each time, in bytes, after it was warmed up by a first time. Unlike the time that it takes
// this says the same on every machine. Nothing else may run meanwhile.
func Spent(do func()) (bytes uint64) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	const times = 10
	var before, after runtime.MemStats
	do()
	runtime.ReadMemStats(&before)
	for range times {
		do()
	}
	runtime.ReadMemStats(&after)
	return (after.TotalAlloc - before.TotalAlloc) / times
}
