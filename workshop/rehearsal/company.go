package rehearsal

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"

	"convene/workshop"
	"convene/workshop/rehearsal/script"
	"convene/workshop/text"
	"convene/workshop/tongue"
)

// How many people a company can have, the facilitator left out.
const (
	MinPeople = 5
	MaxPeople = 50
)

// ErrPeople is returned when a company is too small or too large for a workshop.
var ErrPeople = errors.New("a rehearsal takes between 5 and 50 people")

// Company is a group of simulated people. It is used for one workshop, by one goroutine at a time.
type Company struct {
	chance   *rand.Rand
	script   script.Script // what they can say
	tongue   tongue.Tongue // in which their progress is told
	size     int
	names    []string           // in the order in which they are given, more than there are people
	given    int                // how many of the names are given, or left out
	people   []person           // those who have come, in the order in which they did
	thoughts map[string]thought // behind everything that was written, by its text
}

// person is one of the company at their own terminal.
type person struct {
	id   workshop.PersonID
	name string
	Seat
}

// New gathers so many people, MinPeople to MaxPeople, who speak a language; other numbers return ErrPeople. Equal seeds, numbers
// and languages give companies that do exactly the same.
func New(seed uint64, people int, speak workshop.Language) (*Company, error) {
	if people < MinPeople || people > MaxPeople {
		return nil, ErrPeople
	}
	c := &Company{
		chance: rand.New(rand.NewPCG(seed, uint64(people))), script: script.In(speak), tongue: tongue.In(speak),
		size: people, thoughts: make(map[string]thought),
	}
	c.names = shuffled(c.chance, c.script.People)
	return c, nil
}

// Topic is what a rehearsal in a language is about when nobody says what.
func Topic(l workshop.Language) string { return script.In(l).Topic }

// oneIn is true once in n times.
func (c *Company) oneIn(n int) bool { return c.chance.IntN(n) == 0 }

// between is a number from low to high, both included.
func (c *Company) between(low, high int) int { return low + c.chance.IntN(high-low+1) }

// pick is any one of several.
func pick[T any](chance *rand.Rand, from []T) T { return from[chance.IntN(len(from))] }

// shuffled is a copy in any order.
func shuffled[T any](chance *rand.Rand, from []T) []T {
	out := append([]T(nil), from...)
	chance.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// next is whoever comes next, at a terminal of their own, under a name that nobody in the room has; ok is false when everyone has
// come.
func (c *Company) next(host Host) (one person, ok bool) {
	if len(c.people) == c.size {
		return person{}, false
	}
	id := workshop.PersonID(fmt.Sprintf("p%02d", len(c.people)+1))
	one = person{id, c.name(host.Facilitator().View()), host.Seat(id)}
	c.people = append(c.people, one)
	return one, true
}

// name is the next that nobody has who is in the room or at its door. When all have been given they are given again, with a
// number.
func (c *Company) name(in workshop.View) string {
	for {
		again := c.given / len(c.names)
		name := c.names[c.given%len(c.names)]
		if c.given++; again > 0 {
			name = fmt.Sprintf("%s %d", name, again+1)
		}
		if !isTaken(in, name) {
			return name
		}
	}
}

// isTaken says whether the rules would call a name taken.
func isTaken(in workshop.View, name string) bool {
	skeleton := text.Skeleton(name)
	return slices.ContainsFunc(in.People, func(p workshop.Presence) bool { return text.Skeleton(p.Name) == skeleton }) ||
		slices.ContainsFunc(in.Knocks, func(k workshop.Knock) bool { return text.Skeleton(k.Name) == skeleton })
}

// rename gives somebody another name who could not come in under theirs.
func (c *Company) rename(who workshop.PersonID, in workshop.View) {
	for i := range c.people {
		if c.people[i].id == who {
			c.people[i].name = c.name(in)
		}
	}
}
