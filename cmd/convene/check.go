package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"convene/tui"
	"convene/workshop"
	"convene/workshop/deck"
)

func newCheck(o *options) *cobra.Command {
	var until string
	cmd := &cobra.Command{
		Use:   "check CODE",
		Short: "Open a health check of a community",
		Long: "Open a health check of the community that a workshop has founded. It has the cards of the last one or, the first " +
			"time, the standard ones and those that the canvas proposes; with --cards those of your own come on top. To take cards out " +
			"or to reword them, open it on the screen.\n\n" +
			"The members answer at their terminals; a facilitator closes it there, and the cards are turned over one by one.",
		Example: `convene check brave-otter --until 2026-12-11
convene check brave-otter --cards my-cards.toml`,
		Args: oneCode, ValidArgsFunction: o.completeCode,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := isDay("until", until, cmd); err != nil {
				return err
			}
			own, err := o.ownCards()
			if err != nil {
				return err
			}
			return o.inCommunity(cmd.Context(), args[0], func(at tui.Seat) error {
				cards, err := cardsFor(at, own)
				if err != nil {
					return err
				}
				if err := at.Do(cmd.Context(), workshop.OpenCheck{Cards: cards, Until: workshop.Day(until)}); err != nil {
					return err
				}
				_, err = fmt.Fprintln(cmd.OutOrStdout(), opened(at.View(), len(cards), until))
				return err
			})
		},
	}
	cmd.Flags().StringVar(&until, "until", "", "the day until which answers are taken, like 2026-12-11 (default: at one sitting)")
	o.takesCards(cmd)
	return cmd
}

// cardsFor are those of the next health check of the community whose seat that is.
func cardsFor(at tui.Seat, own []workshop.HealthCard) ([]workshop.HealthCard, error) {
	v := at.View()
	c := *v.Community
	if h, ok := at.(tui.Heir); ok && h.Before() != nil {
		c = c.After(*h.Before())
	}
	var last []workshop.HealthCard
	if checks := c.Checks; len(checks) > 0 {
		last = checks[len(checks)-1].Cards
	}
	cards, _ := deck.Laid(v.Lang, v.Canvas, last, own)
	if n := len(cards); n > workshop.MaxCards {
		return nil, hintedError{
			fmt.Errorf("these would be %d cards, and a health check has %d at most", n, workshop.MaxCards),
			"a card with the id of another takes its place; on the screen cards can be taken out",
		}
	}
	return cards, nil
}

// opened says what was opened.
func opened(v workshop.View, cards int, until string) string {
	said := fmt.Sprintf("health check %d is open, with %d cards", len(v.Community.Checks), cards)
	if until != "" {
		said += ", until " + until
	}
	return said
}
