package main

import "convene/workshop"

// people tells who came and went, by which door, and who facilitates.
func (n narrator) people() string {
	switch v := n.record.Event.(type) {
	case workshop.PersonAdded:
		return n.Say("%s added %s", n.actor(), v.Name)
	case workshop.PersonJoined:
		return n.Say("%s joined", v.Name)
	case workshop.FacilitatorJoined:
		return n.Say("%s joined to facilitate, too", n.Name(v.Name))
	case workshop.DoorLocked:
		if v.Locked {
			return n.Say("%s locked the door", n.actor())
		}
		return n.Say("%s unlocked the door", n.actor())
	case workshop.PersonKnocked:
		return n.Say("%s knocked at the locked door", v.Name)
	case workshop.PersonAdmitted:
		if n.to != toKeeper { // who knocked is nobody else's business
			return n.Say("%s joined", n.name(v.Person))
		}
		return n.Say("%s let %s in", n.actor(), n.name(v.Person))
	case workshop.PersonRefused:
		return n.Say("%s turned %s away at the door", n.actor(), n.name(v.Person))
	case workshop.FacilitatorAppointed:
		return n.Say("%s made %s a facilitator, too", n.actor(), n.name(v.Person))
	case workshop.FacilitatorReleased:
		if v.Person == n.record.By || n.to == toRoom {
			return n.Say("%s no longer facilitates, and takes part", n.name(v.Person))
		}
		return n.Say("%s let %s take part instead of facilitating", n.actor(), n.name(v.Person))
	case workshop.PersonRemoved:
		if n.to != toKeeper { // the name is not on the wall any more
			return n.Say("a seat was taken away")
		}
		return n.Say("%s took the seat of %s away", n.actor(), n.name(v.Person))
	case workshop.DoneDeclared:
		if !v.Done {
			return n.Say("%s is not done after all", n.actor())
		}
		return n.Say("%s is done", n.actor())
	case workshop.MinuteAsked:
		return n.Say("%s asked for one more minute", n.actor())
	default:
		return n.record.Event.Kind()
	}
}
