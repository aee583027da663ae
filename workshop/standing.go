package workshop

// Standing is where somebody stands towards the workshop. Whoever isn't seated sees the doorstep and no more.
type Standing string

// The standings.
const (
	Seated   Standing = "seated"
	Outside  Standing = "outside"  // doesn't ask for a seat, or has to ask anew
	Knocking Standing = "knocking" // waits at the locked door
	Turned   Standing = "turned"   // was turned away at the door
	Removed  Standing = "removed"  // had a seat, which a facilitator took away
)

// Standing says where a person stands.
func (s State) Standing(id PersonID) Standing {
	p, known := s.Person(id)
	switch {
	case known && p.Removed:
		return Removed
	case known:
		return Seated
	case s.Door.knock(id) >= 0:
		return Knocking
	case s.Door.turned[id]:
		return Turned
	default:
		return Outside
	}
}

// doorstep is what can be seen from outside: which workshop it is, whether it is over, and whether one has to ask.
func (v *Shared) doorstep() *Shared {
	return &Shared{ID: v.ID, Topic: v.Topic, Lang: v.Lang, Ended: v.Ended, Locked: v.Locked}
}
