package workshop

// Evolve folds one record into a new state and never changes its argument. It trusts the record: everything was
// checked when it was decided. A record that repeats or skips a Seq is not for Evolve to notice (the log refuses it).
func Evolve(s State, r Record) State {
	s = r.Event.evolve(s.hear(r.At), r)
	s.Seq = r.Seq
	return s
}

// Replay folds records into a state, oldest first.
func Replay(s State, records ...Record) State {
	for _, r := range records {
		s = Evolve(s, r)
	}
	return s
}
