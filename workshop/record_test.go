package workshop_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"convene/workshop/ballot"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// event draws an event of a kind, with every field that goes to the disk filled at random.
func event(t *rapid.T, zero Event) Event {
	v := reflect.New(reflect.TypeOf(zero)).Elem()
	fill(t, v)
	switch e := v.Interface().(type) {
	case BallotCast:
		e.Ballot = nil // it never goes to the record
		return e
	case VoteOpened:
		e.Nonce = nil // nor does the chance of a lot
		return e
	case AnswersGiven:
		return AnswersGiven{Check: e.Check} // nor answers
	case AnswersChanged:
		return AnswersChanged{Check: e.Check}
	default:
		return e.(Event)
	}
}

// typeable is any character but those that no text of a workshop holds: controls, and what turns the direction.
func typeable() *rapid.Generator[rune] {
	return rapid.Rune().Filter(func(r rune) bool {
		return !unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp, unicode.Bidi_Control)
	})
}

func fill(t *rapid.T, v reflect.Value) {
	if v.Type() == reflect.TypeFor[time.Time]() {
		seconds := rapid.Int64Range(0, 4e9).Draw(t, "seconds")
		v.Set(reflect.ValueOf(time.Unix(seconds, rapid.Int64Range(0, 999_999_999).Draw(t, "nanos")).UTC()))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(rapid.StringOf(typeable()).Draw(t, "text"))
	case reflect.Int, reflect.Int64:
		v.SetInt(rapid.Int64().Draw(t, "number"))
	case reflect.Uint8, reflect.Uint64:
		v.SetUint(uint64(rapid.Uint8().Draw(t, "number")))
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(t, "flag"))
	case reflect.Struct:
		for i := range v.NumField() {
			fill(t, v.Field(i))
		}
	case reflect.Array:
		for i := range v.Len() {
			fill(t, v.Index(i))
		}
	case reflect.Slice:
		if n := rapid.IntRange(0, 3).Draw(t, "length"); n > 0 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
			for i := range n {
				fill(t, v.Index(i))
			}
		}
	case reflect.Map:
		for range rapid.IntRange(0, 2).Draw(t, "entries") {
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			fill(t, key)
			fill(t, value)
			if v.IsNil() {
				v.Set(reflect.MakeMap(v.Type()))
			}
			v.SetMapIndex(key, value)
		}
	case reflect.Pointer:
		if rapid.Bool().Draw(t, "there") {
			v.Set(reflect.New(v.Type().Elem()))
			fill(t, v.Elem())
		}
	default:
		panic(fmt.Sprintf("an event holds a %s", v.Type()))
	}
}

func TestEveryRecordSurvivesTheDisk(t *testing.T) {
	for _, zero := range Kinds() {
		t.Run(zero.Kind(), rapid.MakeCheck(func(t *rapid.T) {
			want := Record{
				Seq: Seq(rapid.Uint64().Draw(t, "seq")), At: Morning(), By: "ada",
				Via:   rapid.SampledFrom([]PersonID{"", Fay}).Draw(t, "via"),
				Event: event(t, zero),
			}
			raw, err := json.Marshal(want)
			if err != nil {
				t.Fatal(err)
			}
			var got Record
			if err := json.Unmarshal(raw, &got); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("written as %s (-want +got):\n%s", raw, diff)
			}
		}))
	}
}

func TestKindsAreDifferentAndReadable(t *testing.T) {
	seen := make(map[string]bool)
	for _, v := range Kinds() {
		k := v.Kind()
		if seen[k] || k == "" || strings.Trim(k, "abcdefghijklmnopqrstuvwxyz-") != "" {
			t.Errorf("%T is called %q on disk", v, k)
		}
		seen[k] = true
	}
}

// The sample workshop and a few lines more have every kind of event: none is forgotten, in Kinds or in the tests.
func TestEveryKindOfEventHappens(t *testing.T) {
	s, records := Sample()
	happened := make(map[string]bool)
	for _, r := range records {
		happened[r.Event.Kind()] = true
	}
	var never []string
	for _, v := range Kinds() {
		if !happened[v.Kind()] {
			never = append(never, v.Kind())
		}
	}
	rare := []string{
		"clock-paused", "agenda-repaired", "person-removed", "note-reworded", "note-withdrawn", "clusters-merged",
		"action-undone", "vote-abandoned", "lot-drawn", "nomination-withdrawn", "no-leader-recorded", "election-reopened",
		"facilitator-joined", "door-locked", "person-knocked", "person-admitted", "person-refused", "facilitator-appointed",
		"facilitator-released", "action-planned", "action-dropped",
		"cluster-placed", "pen-taken", "pen-handed", "pen-laid", "sentence-proposed", "notes-kept-apart",
		"agenda-planned", "repair-undone", "break-started", "break-ended", "break-counted", "work-counted",
		"method-chosen", "nomination-changed", "leader-proposed", "consent-signalled", "signals-revealed",
		"check-opened", "answers-given", "answers-changed", "check-closed", "check-abandoned", "card-turned", "check-planned",
		"action-settled", "occasion-noted", "occasion-struck", "sponsor-named", "time-granted", "standing-hung",
	}
	if !slices.Equal(never, rare) {
		t.Errorf("never happened: %q, want %q (the sample ended at %d)", never, rare, s.Seq)
	}
}

func TestRecordsThatCannotBeReadAreRefused(t *testing.T) {
	for name, raw := range map[string]string{
		"unknown kind": `{"seq":7,"at":"2026-03-02T09:00:00Z","by":"ada","kind":"note-burnt","event":{}}`,
		"no kind":      `{"seq":7,"at":"2026-03-02T09:00:00Z","by":"ada","event":{}}`,
		"no event":     `{"seq":7,"at":"2026-03-02T09:00:00Z","by":"ada","kind":"note-written"}`,
		"wrong event":  `{"seq":7,"at":"2026-03-02T09:00:00Z","by":"ada","kind":"note-written","event":[]}`,
		"no record":    `[]`,
		"half":         `{"seq":7`,
	} {
		var r Record
		if err := json.Unmarshal([]byte(raw), &r); err == nil {
			t.Errorf("%s was read as %+v", name, r)
		}
	}
	var r Record
	err := json.Unmarshal([]byte(`{"seq":7,"at":"2026-03-02T09:00:00Z","kind":"note-burnt","event":{}}`), &r)
	if err == nil || !strings.Contains(err.Error(), "note-burnt") || !strings.Contains(err.Error(), "newer") {
		t.Errorf("the error does not say what to do: %v", err)
	}
	if raw, err := json.Marshal(Record{Seq: 1}); err == nil {
		t.Errorf("a record without an event was written as %s", raw)
	}
}

// What nobody can have typed was written by somebody who forged the file, and would do on a terminal whatever they like.
func TestTextWithControlsIsForged(t *testing.T) {
	read := func(said string) error {
		var r Record
		return json.Unmarshal([]byte(`{"seq":7,"at":"2026-03-02T09:00:00Z","by":"ada","kind":"note-written","event":{"note":1,"prompt":"how","text":"`+said+`"}}`), &r)
	}
	for _, said := range []string{
		`\u001b[31m`, `\u0007`, `a\nb`, `a\tb`, `\u0000`, `\u007f`, "\u007f", `\u009b31m`, "\u009b31m", `\u202e`, "\u202e", "\u2066x", "\u200f", "\u2028",
		`\\\u001b`,
	} {
		if err := read(said); !errors.Is(err, ErrDamaged) {
			t.Errorf("%q: %v, want it refused as damaged", said, err)
		}
	}
	for _, said := range []string{`\\u001b and \\n are how one writes them`, `\"so\"`, "né, 李梅, 👩\u200d🚀, ✍️", `\u00e9 \ud83d\ude80`, ""} {
		if err := read(said); err != nil {
			t.Errorf("%q: %v, want it read", said, err)
		}
	}
}

func TestRecordsAreNumberedOnFromTheLast(t *testing.T) {
	e := Envelope{By: "ada", Via: Fay, At: time.Now()}
	rs := Records(41, e, HandShown{Level: 5}, HandsRevealed{})
	if len(rs) != 2 || rs[0].Seq != 42 || rs[1].Seq != 43 || rs[1].By != "ada" || rs[1].Via != Fay {
		t.Errorf("records: %+v", rs)
	}
	if rs[0].At != e.At.UTC().Round(0) {
		t.Errorf("the time is %v, want it in UTC, without the monotonic clock", rs[0].At)
	}
	if rs := Records(1, e); len(rs) != 0 {
		t.Errorf("no events make %d records", len(rs))
	}
}

func TestAConflictSaysWhereTheLogEnds(t *testing.T) {
	err := error(&ConflictError{Expected: 3, Actual: 5})
	if got := err.Error(); !strings.Contains(got, "3") || !strings.Contains(got, "5") {
		t.Errorf("it says %q", got)
	}
}

func TestASecretStaysOutOfEveryRecord(t *testing.T) {
	r := Record{Seq: 1, Event: BallotCast{Vote: 1, Ballot: ballot.Ballot{mark("canary", 1)}}}
	if raw, err := json.Marshal(r); err != nil || strings.Contains(string(raw), "canary") {
		t.Errorf("the record holds the ballot: %s, %v", raw, err)
	}
	r.Event = VoteOpened{Vote: 1, Nonce: []byte("canary")}
	if raw, err := json.Marshal(r); err != nil || strings.Contains(string(raw), "Y2FuYXJ5") { // canary, as JSON has bytes
		t.Errorf("the record holds the chance of the lot: %s, %v", raw, err)
	}
	said := Sheet{{Card: "canary", Colour: Red, Sentence: "canary"}}
	for _, v := range []Event{
		AnswersGiven{Check: 1, Sheet: said, Lock: []byte("canary")},
		AnswersChanged{Check: 1, Sheet: said, Was: []byte("canary"), Lock: []byte("canary")},
	} {
		r.Event = v
		if raw, err := json.Marshal(r); err != nil || strings.Contains(string(raw), "canary") || strings.Contains(string(raw), "Y2FuYXJ5") {
			t.Errorf("the record holds the answers: %s, %v", raw, err)
		}
	}
}

func FuzzReadingARecord(f *testing.F) {
	_, records := Sample()
	for _, r := range records {
		raw, err := json.Marshal(r)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		var first, second Record
		if json.Unmarshal(raw, &first) != nil {
			return
		}
		again, err := json.Marshal(first)
		if err != nil {
			t.Fatalf("%s was read, but cannot be written: %v", raw, err)
		}
		if err := json.Unmarshal(again, &second); err != nil {
			t.Fatalf("%s cannot be read again: %v", again, err)
		}
	})
}

// Most records are read by a shortcut. With a space before it a record is read in the long way: both find the same, in whatever
// has become of it.
func TestTheShortcutReadsWhatTheLongWayReads(t *testing.T) {
	whole, broken := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		r := Record{
			Seq: Seq(rapid.Uint64().Draw(t, "seq")), At: time.Unix(rapid.Int64Range(0, 4e9).Draw(t, "at"), 0).UTC(),
			By: PersonID(rapid.StringOf(typeable()).Draw(t, "by")), Event: event(t, rapid.SampledFrom(Kinds()).Draw(t, "kind")),
		}
		if rapid.Bool().Draw(t, "booth") {
			r.Via = PersonID(rapid.StringOf(typeable()).Draw(t, "via"))
		}
		raw, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		piece := rapid.SampledFrom([]string{
			`"`, `\`, `,`, `{`, `}`, ` `, `:`, `0`, `"seq":`, `"by":"`, `",`, `"kind":"note-written"`, "\xff", "null", "x",
		})
		for range rapid.IntRange(0, 3).Draw(t, "changes") {
			i := rapid.IntRange(0, min(len(raw), 160)).Draw(t, "where")
			end := min(len(raw), i+rapid.IntRange(0, 3).Draw(t, "gone"))
			raw = slices.Concat(raw[:i], []byte(piece.Draw(t, "piece")), raw[end:])
		}
		var short, long Record
		e, f := short.UnmarshalJSON(raw), long.UnmarshalJSON(slices.Concat([]byte(" "), raw))
		if fmt.Sprint(e) != fmt.Sprint(f) || e == nil && !reflect.DeepEqual(short, long) {
			t.Fatalf("%q is read as\n%+v, %v, and in the long way as\n%+v, %v", raw, short, e, long, f)
		}
		if e == nil {
			whole++
		} else {
			broken++
		}
	})
	if whole == 0 || broken == 0 {
		t.Errorf("%d whole and %d broken ones", whole, broken)
	}
}
