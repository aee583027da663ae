package workshop

import "reflect"

// Decide turns a command into the events that follow from it, or refuses it with one of the sentinels of errors.go.
// It is pure and total: it never panics, whatever the state and the command, and a refused command emits nothing.
// Every command that is not refused emits at least one event.
func Decide(s State, e Envelope) ([]Event, error) {
	if e.Command == nil || reflect.TypeOf(e.Command).Kind() == reflect.Pointer {
		return nil, ErrNotNow // commands are values; a pointer may be nil
	}
	// As Records keeps it, so that an event that holds a time equals itself after a round trip through the disk.
	e.At = e.At.UTC().Round(0)
	if err := s.admit(e); err != nil {
		return nil, err
	}
	return e.Command.decide(s, e)
}
