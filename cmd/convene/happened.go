package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"convene/tui"
	"convene/workshop"
	"convene/workshop/text"
)

func newHappened(o *options) *cobra.Command {
	var on, minutes string
	cmd := &cobra.Command{
		Use:   "happened CODE KIND TOPIC",
		Short: "Note what a community has held",
		Long: "Note what a community has held, or will hold, in its record: what it was, what about, on which day, and where its " +
			"minutes are. The kinds are " + kindNames() + ".",
		Example: `convene happened brave-otter brown-bag "Mutation testing"
convene happened brave-otter book-club "Chapter 3" --on 2026-11-20 --minutes https://wiki.example.org/club`,
		Args: func(cmd *cobra.Command, args []string) error {
			switch len(args) {
			case 0:
				return oneCode(cmd, args)
			case 1:
				return usageError{errors.New("say what it was: " + kindNames()), cmd.CommandPath()}
			case 2:
				return usageError{errors.New("say what it was about: the TOPIC is missing"), cmd.CommandPath()}
			default:
				return nil
			}
		},
		ValidArgsFunction: func(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
			if len(args) != 1 {
				return o.completeCode(cmd, args, typed)
			}
			var kinds []cobra.Completion
			for _, k := range workshop.OccasionKinds() {
				kinds = append(kinds, string(k))
			}
			return kinds, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			note := workshop.NoteOccasion{
				Kind: workshop.OccasionKind(args[1]), On: workshop.Day(on), Topic: strings.Join(args[2:], " "), Minutes: minutes,
			}
			if !slices.Contains(workshop.OccasionKinds(), note.Kind) {
				return usageError{fmt.Errorf("there is no kind %q: %s", args[1], kindNames()), cmd.CommandPath()}
			}
			if err := isDay("on", on, cmd); err != nil {
				return err
			}
			return o.inCommunity(cmd.Context(), args[0], func(at tui.Seat) error {
				if on == "" {
					note.On = at.View().Today(time.Now())
				}
				if err := at.Do(cmd.Context(), note); err != nil {
					return err
				}
				_, err := fmt.Fprintf(cmd.OutOrStdout(), "noted for %s: %s\n", note.On, text.Line(note.Topic))
				return err
			})
		},
	}
	cmd.Flags().StringVar(&on, "on", "", "the day on which it was, like 2026-11-20 (default: today)")
	cmd.Flags().StringVar(&minutes, "minutes", "", "a link to its minutes")
	return cmd
}

// kindNames are the kinds of occasions in a sentence.
func kindNames() string {
	var names []string
	for _, k := range workshop.OccasionKinds() {
		names = append(names, string(k))
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// isDay checks that a flag has a day, or nothing.
func isDay(flag, typed string, cmd *cobra.Command) error {
	if typed == "" || workshop.Day(typed).Valid() {
		return nil
	}
	return usageError{fmt.Errorf("--%s is a day like 2026-11-20, and %q is none", flag, typed), cmd.CommandPath()}
}
