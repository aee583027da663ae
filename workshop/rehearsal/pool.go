package rehearsal

import "convene/workshop"

// theme is what several ideas have in common. The company puts notes of one theme into one cluster.
type theme struct {
	title string
	ideas []string
}

// offTopic are notes that somebody always writes, and that the group parks.
func offTopic() []string {
	return []string{
		"Better coffee on the third floor ☕",
		"The meeting rooms are always booked",
		"Who keeps switching off the build server at night?",
		"More parking for bicycles 🚲",
		"The canteen closes too early",
	}
}

// pool is what people think of when they read a prompt, by theme. There is none for the name of the community: its
// proposals are names.
func pool(p workshop.Prompt) []theme {
	switch p {
	case workshop.PromptVision:
		return visionPool()
	case workshop.PromptImportance:
		return importancePool()
	case workshop.PromptHow:
		return howPool()
	case workshop.PromptMeasures:
		return measuresPool()
	case workshop.PromptWho:
		return whoPool()
	case workshop.PromptWhat:
		return whatPool()
	case workshop.PromptResources:
		return resourcesPool()
	case workshop.PromptCommunication:
		return communicationPool()
	case workshop.PromptSupport:
		return supportPool()
	case workshop.PromptSlowDown:
		return slowDownPool()
	default:
		return nil
	}
}
