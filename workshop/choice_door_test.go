package workshop_test

import (
	"fmt"

	. "convene/workshop"
)

// newcomers are all who came to the door so far, and one who didn't.
func (c *chooser) newcomers() []PersonID {
	var out []PersonID
	for i := range c.added + 1 {
		out = append(out, PersonID(fmt.Sprint("new", i)))
	}
	return out
}

// newcomer is most often somebody who came lately.
func (c *chooser) newcomer() PersonID {
	all := c.newcomers()
	return all[c.number(max(0, len(all)-6), len(all)-1)]
}

// atTerminal is most often somebody who joined by themselves.
func (c *chooser) atTerminal() PersonID {
	for range 10 {
		p, _ := c.s.Person(c.person())
		if !p.Booth && !p.Removed && p.Role == Participant {
			return p.ID
		}
	}
	return c.person()
}

// waiting is most often somebody who waits at the door.
func (c *chooser) waiting() PersonID {
	if k := c.s.Door.Knocks; len(k) > 0 && !c.chance(10) {
		return k[c.number(0, len(k)-1)].Person
	}
	return c.newcomer()
}

func (c *chooser) door() Command {
	switch c.number(0, 14) {
	case 0, 1:
		return LockDoor{Locked: true}
	case 2:
		return LockDoor{}
	case 3, 4, 5, 6, 7:
		c.added++
		return Join{Name: fmt.Sprint("New ", c.number(1, c.added))}
	case 8:
		return JoinAsFacilitator{Name: fmt.Sprint("Guide ", c.number(0, 3))}
	case 9, 10:
		return AdmitPerson{Person: c.waiting()}
	case 11:
		return RefusePerson{Person: c.waiting()}
	case 12, 13:
		return AppointFacilitator{Person: c.atTerminal()}
	default:
		return ReleaseFacilitator{Person: oneOf(c, c.person(), guide(c.s))}
	}
}
