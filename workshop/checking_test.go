package workshop_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// community is one whose workshop is finished, of people without a terminal.
func community(people ...PersonID) Line {
	return lines(Group(people...), Reach(StepClosing, PhaseCanvas), By(Fay, CloseWorkshop{}))
}

// five are as many as have to answer before anything is told.
func five() []PersonID { return []PersonID{"ada", "ben", "cal", "dan", "eva"} }

// card is one with a name and proper texts.
func card(id CardID) HealthCard {
	return HealthCard{ID: id, About: "About " + string(id), Red: "It is bad", Green: "It is good"}
}

// checking is an open check with two cards.
func checking() Line {
	return By(Fay, OpenCheck{Cards: []HealthCard{card("safety"), card("fun")}})
}

// answer is what somebody says to the two cards of checking.
func answer(safety, fun Colour) Sheet {
	return Sheet{{Card: "safety", Colour: safety}, {Card: "fun", Colour: fun}}
}

// receipt is one that somebody keeps, and lockOf its lock.
func receipt(who PersonID) []byte { return []byte("the receipt of " + who) }

func lockOf(who PersonID) []byte { return LockOf(receipt(who)) }

// gives is what somebody says to the two cards.
func gives(who PersonID, safety, fun Colour) Line {
	return func(s *Stage) error {
		c, _ := s.State.OpenCheck()
		return s.Play(By(who, GiveAnswers{Check: c.ID, Sheet: answer(safety, fun), Lock: lockOf(who)}))
	}
}

// allGive is the same from several.
func allGive(people []PersonID, safety, fun Colour) Line {
	return func(s *Stage) error {
		for _, p := range people {
			if err := s.Play(gives(p, safety, fun)); err != nil {
				return err
			}
		}
		return nil
	}
}

func TestBeforeTheWorkshopIsFinishedThereIsNoCommunity(t *testing.T) {
	Given(t, Group("ada"), Reach(StepClosing, PhaseCanvas)).
		When(Fay, OpenCheck{Cards: []HealthCard{card("fun")}}).ThenRefused(ErrUnfinished).
		ThenView("ada", func(t testing.TB, v View) {
			if v.Community != nil {
				t.Errorf("a community before its time: %+v", v.Community)
			}
		})
}

func TestAFacilitatorOpensAHealthCheck(t *testing.T) {
	cards := []HealthCard{{ID: "fun", About: " Fun ", Red: "None", Green: "A  lot"}}
	until := DayOf(Morning()).Plus(3)
	Given(t, community("ada"), By(Fay, PlanCheck{On: until})).
		When("ada", OpenCheck{Cards: cards}).ThenRefused(ErrFacilitatorOnly).
		When(Fay, OpenCheck{Cards: cards, Until: DayOf(Morning()).Plus(-1)}).ThenRefused(ErrDue).
		When(Fay, OpenCheck{Cards: cards, Until: until}).
		Then(CheckOpened{Check: 1, Cards: []HealthCard{{ID: "fun", About: "Fun", Red: "None", Green: "A lot"}}, Until: until}).
		ThenView("ada", func(t testing.TB, v View) {
			want := HealthCheck{
				ID: 1, Cards: []HealthCard{{ID: "fun", About: "Fun", Red: "None", Green: "A lot"}}, Opened: Morning(), Until: until,
			}
			if diff := cmp.Diff([]HealthCheck{want}, v.Community.Checks); diff != "" || v.HasAnswered || v.Community.NextCheck != "" {
				t.Errorf("the open check (-want +got):\n%s", diff)
			}
		}).
		When(Fay, OpenCheck{Cards: cards}).ThenRefused(ErrCheckOpen)
}

func TestACheckHasProperCards(t *testing.T) {
	many := make([]HealthCard, MaxCards+1)
	for i := range many {
		many[i] = card(CardID(fmt.Sprint("card-", i)))
	}
	without := func(change func(*HealthCard)) []HealthCard {
		c := card("fun")
		change(&c)
		return []HealthCard{card("safety"), c}
	}
	c := Given(t, community("ada"))
	for _, cards := range [][]HealthCard{
		nil, many,
		{card("fun"), card("fun")},
		{card("")},
		{card("Fun")},
		{card("le fun")},
		{card("fün")},
		{card(CardID(long(41)))},
		{card("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")},
		{card("fun\n")},
	} {
		c.When(Fay, OpenCheck{Cards: cards}).ThenRefused(ErrCards)
	}
	c.When(Fay, OpenCheck{Cards: without(func(c *HealthCard) { c.About = " " })}).ThenRefused(ErrCardEmpty)
	c.When(Fay, OpenCheck{Cards: without(func(c *HealthCard) { c.Red = "" })}).ThenRefused(ErrCardEmpty)
	c.When(Fay, OpenCheck{Cards: without(func(c *HealthCard) { c.Green = "\x1b" })}).ThenRefused(ErrCardEmpty)
	c.When(Fay, OpenCheck{Cards: without(func(c *HealthCard) { c.Green = long(MaxCardTextLen + 1) })}).ThenRefused(ErrCardTextLong)
	c.When(Fay, OpenCheck{Cards: many[:MaxCards]}).ThenAccepted()
}

// A sheet has one answer for each card, in whatever order it comes: it is kept in that of the cards.
func TestEverybodyWhoTakesPartAnswersOnce(t *testing.T) {
	gave := func(sheet Sheet) GiveAnswers { return GiveAnswers{Check: 1, Sheet: sheet, Lock: lockOf("ada")} }
	c := Given(t, community("ada", "ben")).
		When("ada", gave(answer(Red, Green))).ThenRefused(ErrNoCheck).
		And(checking()).
		When(Fay, gave(answer(Red, Green))).ThenRefused(ErrParticipantOnly).
		When("ada", GiveAnswers{Check: 2, Sheet: answer(Red, Green), Lock: lockOf("ada")}).ThenRefused(ErrNoCheck).
		When("ada", GiveAnswers{Check: 1, Sheet: answer(Red, Green), Lock: []byte("short")}).ThenRefused(ErrLock)
	for _, sheet := range []Sheet{
		nil, answer(Red, Green)[:1], append(answer(Red, Green), Answer{Card: "love", Colour: Red}),
		{{Card: "fun", Colour: Red}, {Card: "fun", Colour: Red}},
		{{Card: "safety", Colour: Red}, {Card: "love", Colour: Red}},
		answer(Red, "blue"), answer(Red, ""),
	} {
		c.When("ada", gave(sheet)).ThenRefused(ErrSheet)
	}
	said := Sheet{{Card: "fun", Colour: Green, Sentence: " We  laugh\n"}, {Card: "safety", Colour: Abstain}}
	c.When("ada", gave(said)).
		Then(AnswersGiven{
			Check: 1, Lock: lockOf("ada"),
			Sheet: Sheet{{Card: "safety", Colour: Abstain}, {Card: "fun", Colour: Green, Sentence: "We laugh"}},
		}).
		When("ada", gave(answer(Red, Green))).ThenRefused(ErrHasAnswered).
		ThenView("ada", func(t testing.TB, v View) {
			if !v.HasAnswered || v.Community.Checks[0].Took != 1 {
				t.Errorf("ada has answered: %v, %+v", v.HasAnswered, v.Community.Checks)
			}
		}).
		ThenView("ben", func(t testing.TB, v View) {
			if v.HasAnswered || v.Community.Checks[0].Roll != nil {
				t.Errorf("ben has not, and sees that somebody has, not who: %v, %+v", v.HasAnswered, v.Community.Checks)
			}
		})
}

// Who has the receipt changes the answers, and nobody else: neither the file nor the facilitator knows whose they are.
func TestAnswersAreChangedWithTheirReceipt(t *testing.T) {
	change := func(was []byte, lock []byte) ChangeAnswers {
		return ChangeAnswers{Check: 1, Sheet: answer(Green, Green), Was: was, Lock: lock}
	}
	Given(t, community("ada", "ben"), checking(), gives("ada", Red, Red)).
		When("ben", change(receipt("ada"), lockOf("ben"))).ThenRefused(ErrNotAnswered).
		When("ada", change(receipt("nobody"), lockOf("new"))).ThenRefused(ErrReceipt).
		When("ada", ChangeAnswers{Check: 1, Sheet: answer(Green, Green), Found: true, Lock: lockOf("new")}).ThenRefused(ErrReceipt).
		When("ada", change(lockOf("ada"), lockOf("new"))).ThenRefused(ErrReceipt). // the lock, which a file has, opens nothing
		When("ada", change(receipt("ada"), nil)).ThenRefused(ErrLock).
		When("ada", change(receipt("ada"), lockOf("new"))).
		Then(AnswersChanged{Check: 1, Sheet: answer(Green, Green), Was: lockOf("ada"), Lock: lockOf("new")}).
		When("ada", change(receipt("ada"), lockOf("newer"))).ThenRefused(ErrReceipt). // it has served
		When("ada", change(receipt("new"), lockOf("newer"))).ThenAccepted().
		ThenState(func(t testing.TB, s State) {
			if c, _ := s.OpenCheck(); c.Took != 1 {
				t.Errorf("%d have answered", c.Took)
			}
		}).
		And(By(Fay, AbandonCheck{Check: 1})).
		When("ada", change(receipt("newer"), lockOf("last"))).ThenRefused(ErrNoCheck)
}

func TestACheckIsCountedCardByCard(t *testing.T) {
	said := func(who PersonID, sentence string) Line {
		return By(who, GiveAnswers{Check: 1, Lock: lockOf(who), Sheet: Sheet{
			{Card: "safety", Colour: Yellow, Sentence: sentence}, {Card: "fun", Colour: Abstain, Sentence: "Ask " + sentence},
		}})
	}
	Given(t, community(append(five(), "fin")...), checking(),
		gives("fin", Red, Red), gives("eva", Green, Green), gives("ada", Red, Yellow), said("dan", "We nod"), said("ben", "Go slow"),
		gives("cal", Abstain, Green)).
		When("ada", CloseCheck{Check: 1}).ThenRefused(ErrFacilitatorOnly).
		When(Fay, CloseCheck{Check: 2}).ThenRefused(ErrNoCheck).
		When(Fay, TurnCard{Check: 1, Turned: 1}).ThenRefused(ErrCheckOpen).
		When(Fay, CloseCheck{Check: 1}).
		Then(CheckClosed{Check: 1, Took: 6, Spreads: []Spread{
			{Card: "safety", Answered: 5, Red: 2, Yellow: 2, Green: 1, Sentences: []string{"Go slow", "We nod"}},
			{Card: "fun", Answered: 4}, // with too few answers neither colours nor sentences are kept
		}}).
		When("ada", GiveAnswers{Check: 1, Sheet: answer(Red, Red), Lock: lockOf("new")}).ThenRefused(ErrNoCheck).
		When(Fay, CloseCheck{Check: 1}).ThenRefused(ErrNoCheck)
}

// The box was changed from outside, or a backup has left it out.
func TestABoxOfAnswersThatDoesNotMatchTheRollIsNotCounted(t *testing.T) {
	one := answer(Red, Red)
	swapped := Sheet{one[1], one[0]}
	for name, box := range map[string][]Sheet{
		"empty": {}, "one missing": {one}, "one more": {one, one, one}, "not of these cards": {one, {{Card: "love", Colour: Red}}},
		"out of order": {one, swapped}, "not clean": {one, {{Card: "safety", Colour: Red, Sentence: " x"}, one[1]}},
	} {
		t.Run(name, func(t *testing.T) {
			Given(t, community("ada", "ben"), checking(), gives("ada", Red, Red), gives("ben", Red, Red)).
				When(Fay, CloseCheck{Check: 1, Sheets: box}).ThenRefused(ErrBox).
				When(Fay, AbandonCheck{Check: 1}).ThenAccepted()
		})
	}
}

func TestACheckThatIsAbandonedIsGone(t *testing.T) {
	Given(t, community("ada"), checking(), gives("ada", Red, Red)).
		When("ada", AbandonCheck{Check: 1}).ThenRefused(ErrFacilitatorOnly).
		When(Fay, AbandonCheck{Check: 2}).ThenRefused(ErrNoCheck).
		When(Fay, AbandonCheck{Check: 1}).Then(CheckAbandoned{Check: 1}).
		ThenView("ada", func(t testing.TB, v View) {
			if len(v.Community.Checks) > 0 || v.HasAnswered {
				t.Errorf("it is still there: %+v", v.Community.Checks)
			}
		}).
		When(Fay, OpenCheck{Cards: []HealthCard{card("fun")}}).Then(CheckOpened{Check: 2, Cards: []HealthCard{card("fun")}})
}

// What was answered to a card is seen by nobody before the card is turned, and the cards are turned one by one.
func TestCardsAreTurnedOverOneByOne(t *testing.T) {
	seen := func(want ...Spread) func(t testing.TB, v View) {
		return func(t testing.TB, v View) {
			if got := v.Community.Checks[0].Spread; !slices.EqualFunc(got, want, func(a, b Spread) bool { return cmp.Equal(a, b) }) {
				t.Errorf("to be seen are %+v, want %+v", got, want)
			}
		}
	}
	safety, fun := Spread{Card: "safety", Answered: 5, Red: 5}, Spread{Card: "fun", Answered: 5, Green: 5}
	c := Given(t, community(five()...)).
		When(Fay, TurnCard{Check: 0, Turned: 1}).ThenRefused(ErrNoCheck).
		And(checking(), allGive(five(), Red, Green), By(Fay, CloseCheck{Check: 1})).
		ThenView(Fay, seen()).ThenView("ada", seen()).ThenView("", seen()).
		When("ada", TurnCard{Check: 1, Turned: 1}).ThenRefused(ErrFacilitatorOnly).
		When(Fay, TurnCard{Check: 2, Turned: 1}).ThenRefused(ErrNoCheck).
		When(Fay, TurnCard{Check: 1, Turned: 2}).ThenRefused(ErrOtherCard).
		When(Fay, TurnCard{Check: 1, Turned: 1}).Then(CardTurned{Check: 1, Turned: 1}).
		When(Fay, TurnCard{Check: 1, Turned: 1}).ThenRefused(ErrOtherCard). // two pressed the key
		ThenView(Fay, seen(safety)).ThenView("ada", seen(safety)).ThenView("", seen(safety)).
		When(Fay, OpenCheck{Cards: []HealthCard{card("fun")}}).ThenRefused(ErrCardsLeft).
		When(Fay, TurnCard{Check: 1, Turned: 2}).ThenAccepted().
		ThenView("ada", seen(safety, fun)).
		When(Fay, OpenCheck{Cards: []HealthCard{card("fun")}}).ThenRefused(ErrCardsLeft). // they talk about the last one still
		When(Fay, TurnCard{Check: 1, Turned: 3}).ThenAccepted().
		ThenView("ada", seen(safety, fun)).
		When(Fay, TurnCard{Check: 1, Turned: 4}).ThenRefused(ErrOtherCard)
	c.When(Fay, OpenCheck{Cards: []HealthCard{card("fun")}}).ThenAccepted()
}

// Where too few have answered there is nothing on any card to talk about.
func TestACheckOfTooFewMayEndAtOnce(t *testing.T) {
	few := Given(t, community(five()...), checking(), allGive(five()[:4], Red, Green), By(Fay, CloseCheck{Check: 1}))
	few.When(Fay, TurnCard{Check: 1, Turned: 2}).ThenRefused(ErrOtherCard)
	few.When(Fay, TurnCard{Check: 1, Turned: 4}).ThenRefused(ErrOtherCard)
	few.When(Fay, TurnCard{Check: 1, Turned: 1}).ThenAccepted().
		When(Fay, TurnCard{Check: 1, Turned: 3}).Then(CardTurned{Check: 1, Turned: 3}).
		When(Fay, TurnCard{Check: 1, Turned: 3}).ThenRefused(ErrOtherCard)
	Given(t, community(five()...), checking(), allGive(five(), Red, Green), By(Fay, CloseCheck{Check: 1})).
		When(Fay, TurnCard{Check: 1, Turned: 3}).ThenRefused(ErrOtherCard)
}

// With one's own answers and a name or two one could work out the others'.
func TestTheRollHasNamesWhenEnoughHaveAnswered(t *testing.T) {
	names := func(want ...PersonID) func(t testing.TB, v View) {
		return func(t testing.TB, v View) {
			if c := v.Community.Checks[0]; !slices.Equal(c.Roll, want) {
				t.Errorf("%d have answered, and the roll is %v, want %v", c.Took, c.Roll, want)
			}
		}
	}
	few := Given(t, community(five()...), checking(), allGive(five()[:4], Red, Green)).
		ThenView(Fay, names()).ThenView("ada", names()).ThenView("", names())
	few.And(gives("eva", Red, Red)).ThenView(Fay, names(five()...)) // in the order of arrival in the room
	Given(t, community(five()...), checking(), allGive([]PersonID{"eva", "cal", "ben", "dan"}, Red, Green), By(Fay, CloseCheck{Check: 1},
		TurnCard{Check: 1, Turned: 1}, TurnCard{Check: 1, Turned: 2})).
		ThenView(Fay, names()).
		ThenState(func(t testing.TB, s State) {
			c, _ := s.Community()
			if want := []Spread{{Card: "safety", Answered: 4}, {Card: "fun", Answered: 4}}; !cmp.Equal(c.Checks[0].Spread, want) || c.Checks[0].Took != 4 {
				t.Errorf("of four answers are told: %+v", c.Checks[0])
			}
		})
	Given(t, community(five()...), checking(), allGive([]PersonID{"eva", "cal", "ben", "ada", "dan"}, Red, Green)).
		ThenView("ada", names(five()...))
}

func TestTheNextCheckIsPlanned(t *testing.T) {
	day := DayOf(Morning()).Plus(90)
	on := func(want Day) func(t testing.TB, v View) {
		return func(t testing.TB, v View) {
			if v.Community.NextCheck != want {
				t.Errorf("the next check is on %q, want %q", v.Community.NextCheck, want)
			}
		}
	}
	Given(t, Group("ada", "ben", "cal", "dan"), elected("cal"), Onward(false), By(Fay, CloseWorkshop{})).
		When("ada", PlanCheck{On: day}).ThenRefused(ErrSteering).
		When(Fay, PlanCheck{On: "2026-02-30"}).ThenRefused(ErrDue).
		When(Fay, PlanCheck{}).ThenRefused(ErrAlreadyThere).
		When(Fay, PlanCheck{On: day}).Then(CheckPlanned{On: day}).ThenView("ada", on(day)).
		When("cal", PlanCheck{On: day.Plus(1)}).ThenAccepted(). // the leader
		When(Fay, PlanCheck{}).ThenAccepted().ThenView("ada", on(""))
}

// The check that is opened is the one that was planned. When it is given up the plan stands again, unless there is another.
func TestAPlannedCheckIsHeldOnce(t *testing.T) {
	day := DayOf(Morning()).Plus(90)
	next := func(want Day) func(t testing.TB, s State) {
		return func(t testing.TB, s State) {
			if s.NextCheck != want {
				t.Errorf("the next check is on %q, want %q", s.NextCheck, want)
			}
		}
	}
	planned := lines(community("ada"), By(Fay, PlanCheck{On: day}), checking())
	Given(t, planned).ThenState(next("")).And(By(Fay, AbandonCheck{Check: 1})).ThenState(next(day))
	Given(t, planned, By(Fay, PlanCheck{On: day.Plus(7)}, AbandonCheck{Check: 1})).ThenState(next(day.Plus(7)))
	Given(t, planned, By(Fay, CloseCheck{Check: 1}, TurnCard{Check: 1, Turned: 3})).ThenState(next(""))
}

// People come and go; a check says how many did since the one before, and no more.
func TestACheckSaysHowManyCameAndWent(t *testing.T) {
	next := func(s *Stage) error {
		if err := s.Play(checking()); err != nil {
			return err
		}
		c, _ := s.State.OpenCheck()
		return s.Play(By(Fay, CloseCheck{Check: c.ID}, TurnCard{Check: c.ID, Turned: 1}, TurnCard{Check: c.ID, Turned: 2},
			TurnCard{Check: c.ID, Turned: 3}))
	}
	Given(t, community("ada", "ben"), By(Fay, LockDoor{}),
		By("cal", Join{Name: "Cal"}), By(Fay, RemovePerson{Person: "ben"}, RemovePerson{Person: "cal"}), next,
		By("dan", Join{Name: "Dan"}), By("flo", JoinAsFacilitator{Name: Unnamed}), next).
		ThenState(func(t testing.TB, s State) {
			c, _ := s.Community()
			if a, b := c.Checks[0], c.Checks[1]; a.Came != 1 || a.Went != 2 || b.Came != 1 || b.Went != 0 {
				t.Errorf("%d came and %d went, then %d and %d", a.Came, a.Went, b.Came, b.Went)
			}
			if want := []string{"Fay", "Ada", "Dan"}; !slices.Equal(c.People, want) {
				t.Errorf("%v belong to it, want %v", c.People, want)
			}
		})
}

// What the founding has made hangs everywhere: it stays what it was, whoever comes and goes, and whatever becomes of its
// actions.
func TestTheCanvasOfTheFoundingStaysWhatItWas(t *testing.T) {
	var founded Canvas
	Given(t, Group("ada", "ben", "cal"), By("dan", Join{Name: "Dan"}), Reach(StepClosing, PhaseCanvas),
		By("ada", PlanAction{What: "Meet", Owner: "ben"}), By(Fay, CloseWorkshop{})).
		ThenState(func(_ testing.TB, s State) { founded = s.Canvas() }).
		And(Wait(100*time.Minute), By("eve", Join{Name: "Eve"}),
			By(Fay, AdmitPerson{Person: "eve"}, RemovePerson{Person: "ben"}, AppointFacilitator{Person: "dan"}),
			checking(), gives("ada", Red, Red), By(Fay, CloseCheck{Check: 1})).
		ThenState(func(t testing.TB, s State) {
			if diff := cmp.Diff(founded, s.Canvas(), inside()); diff != "" {
				t.Errorf("the canvas has changed (-was +is):\n%s", diff)
			}
			if !slices.Equal(founded.People, []string{"Ada", "Ben", "Cal", "Dan"}) || founded.Actions[0].Owner != "Ben" {
				t.Errorf("the canvas: %+v", founded)
			}
		})
}
