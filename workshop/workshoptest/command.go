package workshoptest

import (
	"reflect"

	"convene/workshop"
)

// Name is what a command is called in the code, and in tables.
func Name(c workshop.Command) string { return reflect.TypeOf(c).Name() }

// Commands lists one command of every kind, in the order of command.go. Their fields are empty, but for those without which
// a refusal would be about the sender where it is about a field.
func Commands() []workshop.Command {
	return []workshop.Command{
		workshop.OpenWorkshop{},
		workshop.Advance{},
		workshop.StepBack{},
		workshop.CloseWorkshop{},
		workshop.StartClock{},
		workshop.PauseClock{},
		workshop.AdjustClock{},
		workshop.PlanAgenda{},
		workshop.RepairAgenda{},
		workshop.UndoRepair{},
		workshop.StartBreak{},
		workshop.EndBreak{},
		workshop.AnswerLull{},
		workshop.AddPerson{Person: "new"},
		workshop.Join{},
		workshop.JoinAsFacilitator{},
		workshop.RemovePerson{},
		workshop.LockDoor{},
		workshop.AdmitPerson{},
		workshop.RefusePerson{},
		workshop.AppointFacilitator{},
		workshop.ReleaseFacilitator{},
		workshop.DeclareDone{},
		workshop.AskMinute{},
		workshop.WriteNote{},
		workshop.RewordNote{},
		workshop.WithdrawNote{},
		workshop.FormCluster{},
		workshop.DropOn{},
		workshop.MoveNotes{},
		workshop.TitleCluster{},
		workshop.MergeClusters{},
		workshop.ParkNotes{},
		workshop.PlaceCluster{},
		workshop.KeepApart{},
		workshop.UndoLast{},
		workshop.PutSpotlight{},
		workshop.WriteStatement{},
		workshop.TakePen{},
		workshop.HandPen{},
		workshop.LayPen{},
		workshop.ProposeSentence{},
		workshop.ShowHand{},
		workshop.RevealHands{},
		workshop.OpenVote{},
		workshop.CastBallot{},
		workshop.CloseVote{},
		workshop.AbandonVote{},
		workshop.DrawLot{},
		workshop.Nominate{},
		workshop.WithdrawNomination{},
		workshop.AcceptNomination{},
		workshop.DeclineNomination{},
		workshop.RecordNoLeader{},
		workshop.ReopenElection{Reason: "Changed"},
		workshop.DeclineLeadership{},
		workshop.ChooseMethod{},
		workshop.ChangeNomination{},
		workshop.ProposeLeader{},
		workshop.SignalConsent{},
		workshop.RevealSignals{},
		workshop.PlanAction{},
		workshop.DropAction{},
	}
}
