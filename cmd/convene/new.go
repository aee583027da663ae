package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"convene/store"
	"convene/workshop"
	"convene/workshop/room"
)

// maxTries is how many codes are tried before giving up: so many in a row are only taken when nearly all are.
const maxTries = 100

func newNew(o *options) *cobra.Command {
	var opening workshop.OpenWorkshop
	cmd := &cobra.Command{
		Use:   "new TOPIC",
		Short: "Create a workshop and print its code",
		Example: `convene new "Software Craft" --minutes 90 --reserve 10
convene new "Artisanat du logiciel" --lang fr
convene new "Software Craft" --format my.toml`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{errors.New("say what the community will be about: the TOPIC is missing"), cmd.CommandPath()}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			opening.Topic = strings.Join(args, " ")
			opening.Facilitator, opening.Offset = hostName(), offsetHere()
			if opening.Minutes == 0 {
				return workshop.ErrTotal // to Decide, zero is whoever didn't say
			}
			if err := roomForReserve(opening); err != nil {
				return err
			}
			f, err := o.newFormatOf(cmd)
			if err != nil {
				return err
			}
			return o.withStore(func(s *store.Store) error {
				code, err := create(cmd.Context(), s, asHost, f.Of(opening))
				if err != nil {
					return err
				}
				_, err = fmt.Fprintln(cmd.OutOrStdout(), code)
				return err
			})
		},
	}
	cmd.Flags().IntVar(&opening.Minutes, "minutes", workshop.DefaultTotal, "how long it will take in all")
	cmd.Flags().IntVar(&opening.Reserve, "reserve", 0, "how many of the minutes no step gets, to be spent when the group is late")
	cmd.Flags().BoolVar(&opening.SkipForces, "skip-forces", false, "leave out step 5, the force field")
	o.takesLang(cmd, "the workshop")
	o.takesFormat(cmd)
	return cmd
}

// roomForReserve refuses a reserve that leaves the steps too little, with what would be possible: the total alone may be fine.
func roomForReserve(o workshop.OpenWorkshop) error {
	most := o.Minutes - workshop.MinTotal
	if o.Minutes > workshop.MaxTotal || most < 0 || o.Reserve >= 0 && o.Reserve <= most {
		return nil // Decide has the last word on everything else
	}
	return hintedError{
		workshop.ErrTotal,
		fmt.Sprintf("of %d minutes, 0 to %d can be kept in reserve: the steps need %d", o.Minutes, most, workshop.MinTotal),
	}
}

// offsetHere is how far this place's time is ahead of UTC now.
func offsetHere() workshop.Span {
	_, seconds := time.Now().Zone()
	return workshop.Span(seconds) * workshop.Span(time.Second)
}

// create opens a workshop under a code that is free, and returns the code. Who says who the facilitator is under a code.
func create(
	ctx context.Context, s *store.Store, who func(workshop.ID) workshop.PersonID, opening workshop.OpenWorkshop,
) (workshop.ID, error) {
	for range maxTries {
		id, err := randomCode()
		if err != nil {
			return "", err
		}
		opening.ID = id
		r, err := room.Create(ctx, s, who(id), opening, time.Now)
		if errors.Is(err, workshop.ErrAlreadyOpen) {
			continue
		}
		if err != nil {
			return "", err
		}
		r.Close()
		return id, nil
	}
	return "", errors.New("no free code was found; use another file with --db")
}

// randomCode is a code that nobody can foresee: knowing it is what lets people in.
func randomCode() (workshop.ID, error) {
	var failed error
	id := code(func(n int) int {
		i, err := rand.Int(rand.Reader, big.NewInt(int64(n)))
		if err != nil {
			failed = fmt.Errorf("choose code: %w", err)
			return 0
		}
		return int(i.Int64())
	})
	return id, failed
}
