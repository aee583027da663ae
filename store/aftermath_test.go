package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"reflect"

	"github.com/google/go-cmp/cmp"

	"convene/workshop"
)

// aftermath is a file that was opened again after a fault, and what it must hold.
type aftermath struct {
	*Store
	want holding
}

// looksRight checks that all is as it must be after what the story tells.
func (a *aftermath) looksRight(s story) error {
	if err := a.keepsWord(s); err != nil {
		return err
	}
	return errors.Join(a.boxFitsRoll(), a.sheetsFitRoll(), a.nonceFitsSeal(), a.tellsNothing(s.then.appended))
}

// keepsWord checks that what was reported as done is there, and of what was being appended all or nothing.
func (a *aftermath) keepsWord(s story) error {
	got, err := a.Load(context.Background(), theWorkshop, 0)
	if err != nil {
		return err
	}
	if a.want = s.done; len(got) > len(a.want.records) {
		a.want = s.then
	}
	if !reflect.DeepEqual(a.want.records, got) {
		return fmt.Errorf("the records (-want +got):\n%s", cmp.Diff(a.want.records, got))
	}
	return nil
}

// boxFitsRoll checks that the box has a ballot for every name on the roll of the open vote, and the ones that were cast.
func (a *aftermath) boxFitsRoll() error {
	got, err := a.Box(context.Background(), theWorkshop)
	if err != nil {
		return err
	}
	if n := len(a.want.state.Vote.Roll); len(got) != n {
		return fmt.Errorf("there are %d ballots in the box, and %d names on the roll", len(got), n)
	}
	if !reflect.DeepEqual(a.want.box, got) {
		return fmt.Errorf("the box (-want +got):\n%s", cmp.Diff(a.want.box, got))
	}
	return nil
}

// sheetsFitRoll checks that the box of answers has a sheet for everyone on the roll of the open health check, and what they
// said last.
func (a *aftermath) sheetsFitRoll() error {
	got, err := a.Sheets(context.Background(), theWorkshop)
	if err != nil {
		return err
	}
	if c, open := a.want.state.OpenCheck(); open && len(got) != len(c.Roll) {
		return fmt.Errorf("there are %d sheets in the box, and %d names on the roll", len(got), len(c.Roll))
	}
	if !reflect.DeepEqual(a.want.sheets, got) {
		return fmt.Errorf("the sheets (-want +got):\n%s", cmp.Diff(a.want.sheets, got))
	}
	return nil
}

// nonceFitsSeal checks that the chance of a lot is there as long as its seal is shown, and is what was sealed.
func (a *aftermath) nonceFitsSeal() error {
	got, err := a.Nonce(context.Background(), theWorkshop)
	if err != nil {
		return err
	}
	s := a.want.state
	seal := s.Vote.Seal
	if s.Vote.ID == 0 && s.Tie.Vote != 0 {
		seal = s.Results[len(s.Results)-1].Seal
	}
	if len(seal) > 0 && !bytes.Equal(workshop.SealOf(got), seal) {
		return fmt.Errorf("the nonce is %x, whose seal is not %x", got, seal)
	}
	if !bytes.Equal(got, a.want.nonce) {
		return fmt.Errorf("the nonce is %x, want %x", got, a.want.nonce)
	}
	return nil
}

// tellsNothing checks that no page holds the box as it was before: what nothing refers to is empty, and what is in the file is in
// it once. Nothing else is left of what was appended, nor of what was being appended.
func (a *aftermath) tellsNothing(appended []workshop.Record) error {
	m, err := a.pageMap()
	if err != nil {
		return err
	}
	file, err := os.ReadFile(a.path)
	if err != nil {
		return err
	}
	for id := range len(file) / a.pageSize {
		if page := file[id*a.pageSize:][:a.pageSize]; !m.used(int64(id)) && len(bytes.Trim(page, "\x00")) > 0 {
			return fmt.Errorf("page %d is not wiped", id)
		}
	}
	return a.want.isAllIn(file, appended)
}
