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
			var opening workshop.OpenWorkshop
			var before workshop.Community
			err := o.withExisting(func(s *store.Store) (err error) {
				opening, before, err = following(cmd, s, args[0])
				return err
			}, unknown(args[0]))
			if err != nil {
				return err
			}
			opening.Minutes = minutes
			return o.withStore(func(s *store.Store) error {
				code, err := create(cmd.Context(), s, asHost, opening)
				if err != nil {
					return err
				}
				if n := before.ToDo(); n > 0 {
					fmt.Fprintf(cmd.ErrOrStderr(), "hint: still open: %s; say first on the community's page (%s) what has become of them\n",
						counted(n, "action"), before.Code)
				}
				_, err = fmt.Fprintln(cmd.OutOrStdout(), code)
				return err
			})
		},
	}
	cmd.Flags().IntVar(&minutes, "minutes", workshop.DefaultTotal, "how long it will take in all")
	return cmd
}

// following is the opening of a workshop that goes on from a finished one, and the community that this one has founded: about the
// same, in the same language and the words of the same format.
func following(cmd *cobra.Command, s *store.Store, typed string) (workshop.OpenWorkshop, workshop.Community, error) {
	records, err := load(cmd.Context(), s, typed)
	if err != nil {
		return workshop.OpenWorkshop{}, workshop.Community{}, err
	}
	last := workshop.Replay(workshop.State{}, records...)
	founded, closed := last.Community()
	if !closed {
		return workshop.OpenWorkshop{}, workshop.Community{}, hintedError{
			errors.New("that workshop isn't finished, and its canvas may still change"), "end it at its closing first",
		}
	}
	from := last.Canvas().Origin()
	return workshop.OpenWorkshop{
		Topic: last.Topic, Lang: last.Lang, Facilitator: hostName(), Offset: offsetHere(), Wording: last.Wording, Solo: last.Solo,
		Votes: last.Votes, From: &from,
	}, founded, nil
}
