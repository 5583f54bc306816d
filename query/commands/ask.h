// SPDX-License-Identifier: GPL-3.0-or-later
// How a command asks the archive of its command line and tells what came of it.
#pragma once

#include <filesystem>
#include <utility>
#include <vector>

#include "query/advice/notes.h"
#include "query/commands/query_choice.h"
#include "query/commands/surroundings.h"
#include "schema/archive/archive.h"
#include "schema/archive/location.h"
#include "schema/command_line/command_line.h"

namespace newsindex {

template <class Found>
struct Asked {
  Found found;
  std::filesystem::path archive;
  std::vector<LeftOut> left_out;  // what the answer has nothing of
  std::vector<QueryNote> notes;
};

// What question(archive) finds, and note_of(archive, found) to be told with it. A query that does
// not fit the archive (an unknown topic) is Error(usage) that shows the place in `choice`.
template <class Question, class Notes>
auto ask(const CommandLine& line, const Surroundings& around, const QueryChoice& choice,
         const Question& question, const Notes& notes_of) {
  const std::filesystem::path path = resolve_archive(line.text("archive"), around.environment);
  try {
    return with_archive(path, [&](Archive& archive) {
      auto found = question(archive);
      auto notes = notes_of(archive, found);
      return Asked<decltype(found)>{std::move(found), path, archive.left_out(), std::move(notes)};
    });
  } catch (const QueryError& error) {
    throw refusal(error, choice.typed);
  }
}

// Without notes.
template <class Question>
auto ask(const CommandLine& line, const Surroundings& around, const QueryChoice& choice,
         const Question& question) {
  return ask(line, around, choice, question,
             [](Archive&, const auto&) { return std::vector<QueryNote>(); });
}

// With notes on the query, for answers with a total.
template <class Question>
auto ask_with_notes(const CommandLine& line, const Surroundings& around, const QueryChoice& choice,
                    const Question& question) {
  return ask(line, around, choice, question, [&](Archive& archive, const auto& found) {
    return notes_on(archive, choice, found.total);
  });
}

// Names the damaged segments of which an answer has nothing; true where there are any.
bool tell(const std::vector<LeftOut>& left_out, const std::filesystem::path& archive,
          std::ostream& messages);
void tell(const std::vector<QueryNote>& notes, std::ostream& messages);

// Tells what is to be told besides the answer. some_rejected when a damaged segment had to be left
// out, whatever was found elsewhere.
template <class Found>
ExitCode conclude(const Asked<Found>& asked, const Surroundings& around, bool has_found) {
  tell(asked.notes, around.messages);
  if (tell(asked.left_out, asked.archive, around.messages)) return ExitCode::some_rejected;
  return has_found ? ExitCode::ok : ExitCode::no_match;
}

}  // namespace newsindex
