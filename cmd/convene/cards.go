package main

import (
	"errors"

	"github.com/spf13/cobra"

	"convene/workshop"
	"convene/workshop/deck"
	faults "convene/workshop/proof"
)

func newCards(o *options) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "cards",
		Short: "Print the standard cards of a health check, to write others",
		Long: "Print the standard cards of a health check in a language: a TOML file that says of each card what it is about, " +
			"and what red and green mean on it. Its comments say what each line is for.\n\n" +
			"Keep a copy of the cards that you would put differently, and add your own; a card with the id of another takes its " +
			"place. --cards adds them to the health checks of convene check, of convene and of convene serve.",
		Example: `convene cards > my-cards.toml
convene cards --lang fr > cartes.toml
convene check brave-otter --cards my-cards.toml`,
		Args: nothing,
		RunE: func(cmd *cobra.Command, _ []string) error {
			l, err := o.language(cmd)
			if err != nil {
				return err
			}
			_, err = cmd.OutOrStdout().Write(deck.Page(l))
			return err
		},
	}
	o.takesLang(cmd, "the cards")
	return cmd
}

// takesCards gives a verb that opens health checks the flag for cards of one's own.
func (o *options) takesCards(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.cards, "cards", "",
		"file with cards of your own for health checks, in TOML; convene cards prints one to begin with")
}

// ownCards are those of the file that was named; none when none was.
func (o *options) ownCards() ([]workshop.HealthCard, error) {
	if o.cards == "" {
		return nil, nil
	}
	page, err := readPlain("the cards", o.cards, deck.MaxBytes)
	if err != nil {
		return nil, err
	}
	cards, err := deck.Read(page)
	var wrong faults.Mistakes
	if errors.As(err, &wrong) {
		for i := range wrong {
			wrong[i].File = o.cards
		}
		return nil, hintedError{wrong, "convene cards prints the standard ones, with what can stand in each line"}
	}
	return cards, err
}
