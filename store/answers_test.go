package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	bolt "go.etcd.io/bbolt"

	"convene/workshop"
	"convene/workshop/workshoptest"
)

// gave are answers with a sentence that is nowhere else in the file, as wantInFile looks for it.
func gave(i int) workshop.Event {
	return workshop.AnswersGiven{Check: 1, Lock: receiptLock(i), Sheet: sheetOf(option(i))}
}

func receiptLock(i int) []byte { return workshop.LockOf(fmt.Append(nil, "receipt", i)) }

func sheetOf(sentence string) workshop.Sheet {
	return workshop.Sheet{{Card: "fun", Colour: workshop.Red, Sentence: sentence}}
}

// answers gives answers that are all different, one after the other, and returns the log's end.
func answers(t testing.TB, s *Store, after workshop.Seq, n int) workshop.Seq {
	t.Helper()
	for i := range n {
		after = appendTo(t, s, "brave-otter", after, gave(i))
	}
	return after
}

// A page that holds the box as it was some answers ago would say in which order they came, and the roll says who answered in
// that order.
func TestTheFileHoldsEachSheetOnce(t *testing.T) {
	for _, n := range []int{1, 2, 20, 120} { // inside its parent's page, and in many pages of its own
		t.Run(fmt.Sprintf("%d sheets", n), func(t *testing.T) {
			path := newPath(t)
			s := opened(t, path)
			end := answers(t, s, 0, n)
			wantInFile(t, path, n, 1)
			appendTo(t, s, "quiet-heron", 0, notes(30)...)
			remember(t, s, "k-ada", "Ada")
			wantInFile(t, path, n, 1)
			// What somebody has changed is gone, and its lock with it.
			file := contents(t, path)
			end = appendTo(t, s, "brave-otter", end, workshop.AnswersChanged{
				Check: 1, Sheet: sheetOf("something else"), Was: receiptLock(0), Lock: receiptLock(n),
			})
			old := lockOnDisk(t, receiptLock(0))
			now := contents(t, path)
			if !strings.Contains(file, old) || strings.Contains(now, old) || strings.Contains(now, option(0)) {
				t.Error("the old answers are still in the file")
			}
			if got := strings.Count(contents(t, path), "something else"); got != 1 {
				t.Errorf("the new answers are in the file %d times", got)
			}
			appendTo(t, s, "brave-otter", end, workshop.CheckAbandoned{Check: 1})
			wantInFile(t, path, n, 0)
		})
	}
}

// What else is appended during a check, for days perhaps, leaves pages behind, too.
func TestTheFileHoldsEachSheetOnceWhateverElseHappens(t *testing.T) {
	path := newPath(t)
	s := opened(t, path)
	var otter, heron workshop.Seq
	for i := range 12 {
		otter = appendTo(t, s, "brave-otter", otter, gave(i))
		wantInFile(t, path, i+1, 1)
		otter = appendTo(t, s, "brave-otter", otter, workshop.MinuteAsked{})
		wantInFile(t, path, i+1, 1)
		heron = appendTo(t, s, "quiet-heron", heron, notes(1+i)...)
		wantInFile(t, path, i+1, 1)
		remember(t, s, fmt.Sprint("k-", i), "Ada")
		wantInFile(t, path, i+1, 1)
	}
}

// lockOnDisk is a lock as the file has it.
func lockOnDisk(t *testing.T, lock []byte) string {
	t.Helper()
	value, err := withSheet(nil, lock, nil)
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(value[0]), `{"lock":"`)
	out, _, _ := strings.Cut(after, `"`)
	return out
}

func TestSheetsLieUnderRandomKeysAndEveryAnswerLaysTheBoxAnew(t *testing.T) {
	s := opened(t, newPath(t))
	keys := func() (out [][]byte, inOrder []string) {
		err := s.view(func(tx *bolt.Tx) error {
			return part(tx, "brave-otter", answersBucket).ForEach(func(k, v []byte) error {
				out, inOrder = append(out, bytes.Clone(k)), append(inOrder, string(v))
				return nil
			})
		})
		if err != nil {
			t.Fatal(err)
		}
		return out, inOrder
	}
	known := make(map[string]bool)
	end := answers(t, s, 0, 24)
	change := workshop.AnswersChanged{Check: 1, Sheet: sheetOf(option(3)), Was: receiptLock(3), Lock: receiptLock(50)}
	for _, next := range []workshop.Event{gave(24), change, gave(25)} {
		end = appendTo(t, s, "brave-otter", end, next)
		all, inOrder := keys()
		if slices.IsSorted(inOrder) {
			t.Error("the sheets lie in the order of their content")
		}
		for _, k := range all {
			if len(k) != ballotKeySize || known[string(k)] {
				t.Errorf("key %x has another length, or came again", k)
			}
			known[string(k)] = true
		}
	}
}

func TestRecordsInTheFileHoldNoAnswer(t *testing.T) {
	path := newPath(t)
	s := opened(t, path)
	end := answers(t, s, 0, 5)
	appendTo(t, s, "brave-otter", end, workshop.AnswersChanged{
		Check: 1, Sheet: sheetOf("option"), Was: receiptLock(1), Lock: receiptLock(9),
	})
	closeStore(t, s)
	withBolt(t, path, func(tx *bolt.Tx) error {
		return part(tx, "brave-otter", recordsBucket).ForEach(func(k, v []byte) error {
			if bytes.Contains(v, []byte("option")) || bytes.Contains(v, []byte("lock")) {
				t.Errorf("record %x holds answers: %s", k, v)
			}
			return nil
		})
	})
}

// asking is a community in the middle of a health check, to which two have answered.
func asking(t testing.TB) *workshoptest.Stage {
	t.Helper()
	stage := workshoptest.NewStage()
	card := workshop.HealthCard{ID: "fun", About: "Fun", Red: "None", Green: "A lot"}
	err := stage.Play(workshoptest.Group("ana", "ben", "cleo"),
		workshoptest.Reach(workshop.StepClosing, workshop.PhaseCanvas), workshoptest.By(workshoptest.Fay, workshop.CloseWorkshop{}),
		workshoptest.By(workshoptest.Fay, workshop.OpenCheck{Cards: []workshop.HealthCard{card}}),
		workshoptest.By("ana", workshop.GiveAnswers{Check: 1, Sheet: sheetOf(option(0)), Lock: receiptLock(0)}),
		workshoptest.By("ben", workshop.GiveAnswers{Check: 1, Sheet: sheetOf(option(1)), Lock: receiptLock(1)}))
	if err != nil {
		t.Fatal(err)
	}
	return stage
}

// askingFile is a file with that community, and one in the middle of nothing.
func askingFile(t testing.TB) string {
	t.Helper()
	path := newPath(t)
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	_, whole := workshoptest.Sample()
	for id, records := range map[workshop.ID][]workshop.Record{
		codeOf(whole): whole, "calm-newt": renamed(asking(t).Records, "calm-newt"),
	} {
		if err := s.Append(t.Context(), id, 0, records...); err != nil {
			t.Fatal(err)
		}
	}
	remember(t, s, "k-ada", "Ada")
	recordHostKey(t, s, "SHA256:lanterns")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func sheets(t testing.TB, s *Store, id workshop.ID) []workshop.LockedSheet {
	t.Helper()
	out, err := s.Sheets(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A health check may be open for days, and backups must not wait for its end. They have all but the answers: two backups
// between which one person answered would tell what that was.
func TestABackupLeavesAnswersOut(t *testing.T) {
	path := askingFile(t)
	if a := verified(t, path); len(a.Troubles) > 0 || len(a.Remarks) > 0 {
		t.Errorf("the file: %+v", a)
	}
	s := opened(t, path)
	want := readAll(t, s)
	to := filepath.Join(t.TempDir(), "backup.db")
	c, err := s.CopyBetweenVotes(t.Context(), to)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Place(to, false); err != nil {
		t.Fatal(err)
	}
	onlyFiles(t, filepath.Dir(to), "backup.db")
	if revision, err := s.Revision(); err != nil || c.Revision != revision {
		t.Errorf("a copy of revision %d, want %d, %v", c.Revision, revision, err)
	}
	wantInFile(t, path, 2, 1)
	wantInFile(t, to, 2, 0)
	for i := range 2 {
		if strings.Contains(contents(t, to), lockOnDisk(t, receiptLock(i))) {
			t.Error("a lock is in the backup")
		}
	}
	// It is a known state, and no damage; but whoever looks is told.
	a := verified(t, to)
	said := "workshop calm-newt: a health check is open, and its answers are not in this file"
	if len(a.Troubles) > 0 || len(a.Remarks) != 1 || !strings.HasPrefix(a.Remarks[0], said) {
		t.Errorf("verified: %+v", a)
	}
	b := opened(t, to)
	if diff := cmp.Diff(want, readAll(t, b)); diff != "" {
		t.Errorf("all but the answers (-want +got):\n%s", diff)
	}
	if got := sheets(t, b, "calm-newt"); got != nil {
		t.Errorf("answers in the backup: %v", got)
	}
	if got := sheets(t, s, "calm-newt"); len(got) != 2 {
		t.Errorf("answers in the file: %v", got)
	}
	closeStore(t, b)
	// A whole copy, as for another disk, keeps them.
	if got := sheets(t, opened(t, copied(t, s)), "calm-newt"); len(got) != 2 {
		t.Errorf("answers in a copy: %v", got)
	}
	// And it can be restored.
	closeStore(t, s)
	r, err := Restore(t.Context(), to, path, true)
	if err != nil || len(r.Audit.Remarks) != 1 {
		t.Fatalf("restored: %+v, %v", r, err)
	}
	wantInFile(t, path, 2, 0)
}

func TestABackupDuringACheckStillWaitsForAVote(t *testing.T) {
	s := opened(t, askingFile(t))
	end := appendTo(t, s, "quiet-heron", 0, cast(option(7)))
	_, err := s.CopyBetweenVotes(t.Context(), filepath.Join(t.TempDir(), "backup.db"))
	if voting := (*VotingError)(nil); !errors.As(err, &voting) || !slices.Equal(voting.IDs, []workshop.ID{"quiet-heron"}) {
		t.Errorf("got %v", err)
	}
	appendTo(t, s, "quiet-heron", end, workshop.VoteAbandoned{Vote: 1})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	folder := t.TempDir()
	if _, err := s.CopyBetweenVotes(ctx, filepath.Join(folder, "backup.db")); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	onlyFiles(t, folder)
}

func TestVerifyFindsWhatIsWrongWithABoxOfAnswers(t *testing.T) {
	key := bytes.Repeat([]byte{1}, ballotKeySize)
	value := func(lock []byte, sheet workshop.Sheet) []byte {
		all, err := withSheet(nil, lock, sheet)
		if err != nil {
			t.Fatal(err)
		}
		return all[0]
	}
	good := value(receiptLock(5), sheetOf("x"))
	for name, c := range map[string]struct {
		key, value []byte
		want       string
	}{
		"a sheet too many":   {key, good, "workshop calm-newt: 3 sheets are in the box of answers, and 2 names on the roll"},
		"a key of a time":    {key[:8], good, "a sheet in the box of answers can't be read: its key has 8 bytes"},
		"no sheet":           {key, []byte(`{"lock":`), "a sheet in the box of answers can't be read"},
		"with something new": {key, []byte(`{"lock":null,"sheet":null,"by":"p-ada"}`), "it is not as convene writes it"},
	} {
		t.Run(name, func(t *testing.T) {
			path := askingFile(t)
			withBolt(t, path, func(tx *bolt.Tx) error {
				return tx.Bucket(workshopsBucket).Bucket([]byte("calm-newt")).Bucket(answersBucket).Put(c.key, c.value)
			})
			if a := verified(t, path); len(a.Troubles) != 1 || !strings.Contains(a.Troubles[0].String(), c.want) {
				t.Errorf("got %v, want %q", a.Troubles, c.want)
			}
		})
	}
	for name, c := range map[string]struct {
		with []byte // in the place of one of the sheets
		want string
	}{
		"one missing":  {nil, "workshop calm-newt: 1 sheets are in the box of answers, and 2 names on the roll"},
		"a short lock": {value([]byte("short"), sheetOf("x")), "a sheet in the box of answers has a lock of 5 bytes"},
		"of other cards": {
			value(receiptLock(5), workshop.Sheet{{Card: "love", Colour: workshop.Red}}),
			"a sheet of 1 answers is in the box, and doesn't fit the 1 cards",
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := askingFile(t)
			withBolt(t, path, func(tx *bolt.Tx) error {
				b := tx.Bucket(workshopsBucket).Bucket([]byte("calm-newt")).Bucket(answersBucket)
				k, _ := b.Cursor().First()
				if c.with == nil {
					return b.Delete(k)
				}
				return b.Put(bytes.Clone(k), c.with)
			})
			if a := verified(t, path); len(a.Troubles) != 1 || !strings.Contains(a.Troubles[0].String(), c.want) {
				t.Errorf("got %v, want %q", a.Troubles, c.want)
			}
		})
	}
	t.Run("answers to nothing", func(t *testing.T) {
		path := askingFile(t)
		withBolt(t, path, func(tx *bolt.Tx) error {
			b, err := tx.Bucket(workshopsBucket).Bucket([]byte("brave-otter")).CreateBucket(answersBucket)
			return errors.Join(err, b.Put(key, good))
		})
		want := "1 sheets are in the box of answers, and 0 names on the roll"
		if a := verified(t, path); len(a.Troubles) != 1 || !strings.Contains(a.Troubles[0].String(), want) {
			t.Errorf("got %v", a.Troubles)
		}
	})
}
