package workshop

import "time"

// Grace is how long after the reveal whoever was in the middle of a sentence can still put it on the wall: long enough to end
// it, too short to answer what the others wrote.
const Grace = Span(10 * time.Second)

// mayWriteAt checks that something may be written alone now: while everyone does, or in the grace after it.
func (s State) mayWriteAt(now time.Time) error {
	if s.At.Phase == PhaseDiverge || s.Timing().GraceLeft(now) > 0 {
		return nil
	}
	return ErrRevealed
}

// GraceLeft is how much of the Grace is left, zero when there is none. A clock that was set back gives no more of it.
func (t Timing) GraceLeft(now time.Time) Span {
	if t.Revealed.IsZero() || now.Before(t.Revealed) || t.At.Phase != PhaseShare && t.At.Phase != PhaseConverge {
		return 0
	}
	return max(0, Grace-Span(now.Sub(t.Revealed)))
}
