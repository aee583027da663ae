package workshop

// Memo remembers what was worked out of one moment of a workshop, for all who see that moment. Its methods may be called by any
// goroutine.
type Memo interface {
	// Once returns what work makes for a key, which is comparable, and which must say everything on which that depends beside what all
	// may see. All who ask for the same get the same, which nobody changes.
	Once(key any, work func() any) any
}

// Once is that of the view's Memo; where it has none, the work is done.
func (v View) Once(key any, work func() any) any {
	if v.Memo == nil {
		return work()
	}
	return v.Memo.Once(key, work)
}
