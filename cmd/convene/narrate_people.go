package main

import (
	"fmt"

	"convene/workshop"
)

// people tells who came and went, by which door, and who facilitates.
func (n narrator) people() string {
	switch v := n.record.Event.(type) {
	case workshop.PersonAdded:
		return fmt.Sprintf("%s added %s", n.actor(), v.Name)
	case workshop.PersonJoined:
		return v.Name + " joined"
	case workshop.FacilitatorJoined:
		return v.Name + " joined to facilitate, too"
	case workshop.DoorLocked:
		if v.Locked {
			return n.actor() + " locked the door"
		}
		return n.actor() + " unlocked the door"
	case workshop.PersonKnocked:
		return v.Name + " knocked at the locked door"
	case workshop.PersonAdmitted:
		return fmt.Sprintf("%s let %s in", n.actor(), n.name(v.Person))
	case workshop.PersonRefused:
		return fmt.Sprintf("%s turned %s away at the door", n.actor(), n.name(v.Person))
	case workshop.FacilitatorAppointed:
		return fmt.Sprintf("%s made %s a facilitator, too", n.actor(), n.name(v.Person))
	case workshop.FacilitatorReleased:
		if v.Person == n.record.By {
			return n.actor() + " no longer facilitates, and takes part"
		}
		return fmt.Sprintf("%s let %s take part instead of facilitating", n.actor(), n.name(v.Person))
	case workshop.PersonRemoved:
		return fmt.Sprintf("%s took the seat of %s away", n.actor(), n.name(v.Person))
	case workshop.DoneDeclared:
		if !v.Done {
			return n.actor() + " is not done after all"
		}
		return n.actor() + " is done"
	case workshop.MinuteAsked:
		return n.actor() + " asked for one more minute"
	default:
		return n.record.Event.Kind()
	}
}
