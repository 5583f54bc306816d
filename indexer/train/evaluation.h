// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluates the models: how many names they find as marked (the same span of the same type), and
// how many topics.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string_view>
#include <vector>

#include "indexer/train/topic_training.h"

namespace newsindex {

// Prints a line for each token file of this language: precision, recall and F1 of all names
// (micro-averaged) and by type.
void print_name_scores(const std::filesystem::path& models, std::string_view language,
                       const std::vector<std::filesystem::path>& token_files, std::ostream& out);

// Prints how often the first topic is right, and F1 over all topics (micro) and by topic (macro).
// The articles are labelled with every topic that would be right, so a missing topic counts as an
// error only if none of the right ones was found.
void print_topic_scores(const std::filesystem::path& models,
                        const std::vector<LabelledText>& articles, std::ostream& out);

// Prints a line for each collection: how often the most probable topic is right, and for each range
// of probabilities their mean, the share of right topics, and the number of topics ("0.62 0.58
// (310)").
void print_reliability(const std::vector<JudgedCollection>& collections, std::ostream& out);

}  // namespace newsindex
