package main

import (
	"os/user"
	"strings"

	"convene/workshop"
	"convene/workshop/text"
)

// host is the person at this keyboard, who facilitates.
const host workshop.PersonID = "host"

// asHost is who they are in any workshop.
func asHost(workshop.ID) workshop.PersonID { return host }

// hostName is what the facilitator is called: as the system knows them, if that is a name.
func hostName() string {
	if u, err := user.Current(); err == nil {
		full, _, _ := strings.Cut(u.Name, ",")
		for _, known := range []string{full, u.Username} {
			if name, err := text.Name(known); err == nil {
				return name
			}
		}
	}
	return workshop.Unnamed
}
