package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"convene/store"
	"convene/workshop"
	"convene/workshop/export"
	"convene/workshop/rehearsal"
	"convene/workshop/room"
)

// maxSpeed is how many times faster than real time a rehearsal can be held, and minSpeed how many on the screen at least: with it
// two hours take nearly a day, and whoever looks still sees that something happens.
const maxSpeed, minSpeed = 1e6, 0.1

// demo is a rehearsal as it is asked for on the command line.
type demo struct {
	people int
	speed  float64
	seed   uint64
	noTUI  bool
	lang   workshop.Language
}

func newDemo(o *options) *cobra.Command {
	var d demo
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Play a whole workshop with simulated people",
		Long: "Play a whole workshop with simulated people, on the facilitator's screen. " +
			"Whoever presses n, or any other of the facilitator's keys, has taken over and leads the simulated people through the rest; " +
			"ctrl+s pauses everything, and shift with the arrow keys makes it faster or slower.\n\n" +
			"With --no-tui it tells its progress on standard error and prints the canvas on standard output. " +
			"The same seed and number of people give the same canvas, but for what a lot decides: its chance is sealed anew each time. " +
			"It is kept in a temporary file that is removed afterwards; with --db it stays there. " +
			"With --lang fr everybody speaks French.",
		Example: "convene demo --no-tui --people 12 --speed 0 > canvas.md",
		Args:    nothing,
		RunE: func(cmd *cobra.Command, _ []string) error {
			l, err := o.language(cmd)
			if d.lang = l; err != nil {
				return err
			}
			switch {
			case d.people < rehearsal.MinPeople || d.people > rehearsal.MaxPeople:
				return usageError{rehearsal.ErrPeople, cmd.CommandPath()}
			case !(d.speed >= 0 && d.speed <= maxSpeed):
				return usageError{errors.New("the speed is a number from 0 to 1000000"), cmd.CommandPath()}
			case !d.noTUI && d.speed < minSpeed:
				return usageError{errors.New("on the screen the speed is a number from 0.1 to 1000000"), cmd.CommandPath()}
			case !d.noTUI && !(isTerminal(cmd.InOrStdin()) && isTerminal(cmd.OutOrStdout())):
				return hintedError{errors.New("a rehearsal on the screen needs a terminal"), "add --no-tui"}
			case o.db == "":
				return d.playAside(cmd)
			default:
				return o.withStore(func(s *store.Store) error { return d.play(cmd, s) })
			}
		},
	}
	o.takesLang(cmd, "everybody in it")
	cmd.Flags().StringVar(&o.db, "db", "", "file to keep the workshop in (default: a temporary one)")
	cmd.Flags().IntVar(&d.people, "people", 12, "how many people take part, 5 to 50")
	cmd.Flags().Float64Var(&d.speed, "speed", 60,
		"how many times faster than real time, from 0.1; without a screen 0 is as fast as it goes")
	cmd.Flags().Uint64Var(&d.seed, "seed", 1, "what chance begins with")
	cmd.Flags().BoolVar(&d.noTUI, "no-tui", false, "without a screen: print the canvas")
	return cmd
}

// playAside plays in a temporary file, which is removed afterwards, and by the next one if it was killed.
func (d demo) playAside(cmd *cobra.Command) (err error) {
	if err := removeLeftovers(os.TempDir(), time.Now()); err != nil {
		fmt.Fprintln(cmd.ErrOrStderr(), err) // which is no reason not to play
	}
	folder, err := os.MkdirTemp("", demoFolder)
	if err != nil {
		return fmt.Errorf("make temporary folder: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	aside := options{db: filepath.Join(folder, "convene.db")}
	return aside.withStore(func(s *store.Store) error { return d.play(cmd, s) })
}

// play holds the workshop and prints its canvas.
func (d demo) play(cmd *cobra.Command, s *store.Store) error {
	company, err := rehearsal.New(d.seed, d.people, d.lang)
	if err != nil {
		return err
	}
	time := newClock(rehearsalStart(), d.speed)
	r, err := d.open(cmd.Context(), s, time)
	if err != nil {
		return err
	}
	defer r.Close()
	if !d.noTUI {
		return d.show(cmd, company, r, time)
	}
	if err := d.hold(cmd.Context(), company, r, time, cmd.ErrOrStderr()); err != nil {
		return err
	}
	return export.Markdown(cmd.OutOrStdout(), r.State().Canvas())
}

// open creates the workshop under a code that follows from the seed too. It is the next one when that is taken by an
// earlier rehearsal.
func (d demo) open(ctx context.Context, s *store.Store, c *clock) (*room.Room, error) {
	chance := rand.New(rand.NewPCG(d.seed, 0))
	opening := workshop.OpenWorkshop{Topic: rehearsal.Topic(d.lang), Facilitator: "Robin", Lang: d.lang}
	for range maxTries {
		opening.ID = code(chance.IntN)
		r, err := room.Create(ctx, s, host, opening, c.now)
		if !errors.Is(err, workshop.ErrAlreadyOpen) {
			return r, err
		}
	}
	return nil, workshop.ErrAlreadyOpen
}

// stage hands the seats of a room out to a company.
type stage struct{ *room.Room }

// Facilitator is the seat of whoever opened the workshop.
func (s stage) Facilitator() rehearsal.Seat { return s.Room.Seat(host) }

// Seat is a place for one of the company. The room takes it back when it closes.
func (s stage) Seat(p workshop.PersonID) rehearsal.Seat { return s.Room.Seat(p) }
