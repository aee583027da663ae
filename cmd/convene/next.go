package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"convene/store"
	"convene/workshop"
)

func newNext(o *options) *cobra.Command {
	var minutes int
	var skipForces bool
	cmd := &cobra.Command{
		Use:   "next CODE",
		Short: "Create the next workshop of a community, and print its code",
		Long: "Create the next workshop of a community, which goes on from the canvas of a finished one, and print its code. " +
			"Each step opens with what stands there, to keep or to change, and the exports tell what has changed.",
		Example: `convene next brave-otter
convene next brave-otter --minutes 90`,
		Args: oneCode, ValidArgsFunction: o.completeCode,
		RunE: func(cmd *cobra.Command, args []string) error {
			if minutes == 0 {
				return workshop.ErrTotal // to Decide, zero is whoever didn't say
			}
			var last workshop.State
			err := o.withExisting(func(s *store.Store) error {
				records, err := load(cmd.Context(), s, args[0])
				last = workshop.Replay(workshop.State{}, records...)
				return err
			}, unknown(args[0]))
			if err != nil {
				return err
			}
			opening, err := following(last)
			if err != nil {
				return err
			}
			opening.Facilitator, opening.Offset, opening.Minutes, opening.SkipForces = hostName(), offsetHere(), minutes, skipForces
			return o.withStore(func(s *store.Store) error {
				code, err := create(cmd.Context(), s, asHost, opening)
				if err != nil {
					return err
				}
				if before, _ := last.Community(); before.ToDo() > 0 {
					fmt.Fprintf(cmd.ErrOrStderr(), "hint: still open: %s; say first on the community's page (%s) what has become of them\n",
						counted(before.ToDo(), "action"), before.Code)
				}
				_, err = fmt.Fprintln(cmd.OutOrStdout(), code)
				return err
			})
		},
	}
	cmd.Flags().IntVar(&minutes, "minutes", workshop.DefaultTotal, "how long it will take in all")
	cmd.Flags().BoolVar(&skipForces, "skip-forces", false, "leave out step 5, the force field, of which what stands is kept for the next time")
	return cmd
}

// following is the opening of a workshop that goes on from a finished one: about the same, in the same language and the words of the
// same format.
func following(last workshop.State) (workshop.OpenWorkshop, error) {
	if !last.Closed() {
		return workshop.OpenWorkshop{}, hintedError{
			errors.New("that workshop isn't finished, and its canvas may still change"), "end it at its closing first",
		}
	}
	from := last.Canvas().Origin()
	return workshop.OpenWorkshop{
		Topic: last.Topic, Lang: last.Lang, Wording: last.Wording, Solo: last.Solo, Votes: last.Votes, From: &from,
	}, nil
}
