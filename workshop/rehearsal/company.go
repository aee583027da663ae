package rehearsal

import (
	"errors"
	"math/rand/v2"
)

// How many people a company can have, the facilitator left out.
const (
	MinPeople = 5
	MaxPeople = 50
)

// ErrPeople is returned when a company is too small or too large for a workshop.
var ErrPeople = errors.New("a rehearsal takes between 5 and 50 people")

// Company is a group of simulated people. It is used for one play, by one goroutine.
type Company struct {
	chance *rand.Rand
	names  []string
}

// New gathers so many people, MinPeople to MaxPeople; other numbers return ErrPeople. Equal seeds and numbers give
// companies that do exactly the same.
func New(seed uint64, people int) (*Company, error) {
	if people < MinPeople || people > MaxPeople {
		return nil, ErrPeople
	}
	c := &Company{chance: rand.New(rand.NewPCG(seed, uint64(people)))}
	c.names = shuffled(c.chance, firstNames())[:people]
	return c, nil
}

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
