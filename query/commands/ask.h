// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the archive of a command line, and reports how that went.
#pragma once

#include <filesystem>
#include <utility>
#include <vector>

#include "query/advice/notes.h"
#include "query/commands/option_values.h"
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
  std::vector<LeftOut> left_out;  // damaged segments, which the answer does not include
  bool out_of_time = false;       // the deadline passed; the answer has what was found until then
  std::vector<QueryNote> notes;
};

// Returns what question(archive) finds within --timeout and, if there is time left, the notes of
// notes_of(archive, found). If the query does not fit the archive (an unknown topic), throws
// Error(usage) that shows the place in `choice`.
template <class Question, class Notes>
auto ask(const CommandLine& line, const Surroundings& around, const QueryChoice& choice,
         const Question& question, const Notes& notes_of) {
  const std::filesystem::path path = resolve_archive(line.text("archive"), around.environment);
  const auto deadline = deadline_of(line);
  try {
    return with_archive(path, [&](Archive& archive) {
      if (deadline) archive.deadline().set(*deadline);
      auto found = question(archive);
      const bool out_of_time = archive.deadline().stopped_work();
      if constexpr (requires { found.archive; }) found.archive.out_of_time = out_of_time;
      std::vector<QueryNote> notes;
      if (!archive.deadline().has_passed()) notes = notes_of(archive, found);
      return Asked<decltype(found)>{std::move(found), path, archive.left_out(), out_of_time,
                                    std::move(notes)};
    });
  } catch (const QueryError& error) {
    throw refusal(error, choice.typed);
  }
}

// The same without notes.
template <class Question>
auto ask(const CommandLine& line, const Surroundings& around, const QueryChoice& choice,
         const Question& question) {
  return ask(line, around, choice, question,
             [](Archive&, const auto&) { return std::vector<QueryNote>(); });
}

// The same with notes on the query, for answers with a total.
template <class Question>
auto ask_with_notes(const CommandLine& line, const Surroundings& around, const QueryChoice& choice,
                    const Question& question) {
  return ask(line, around, choice, question, [&](Archive& archive, const auto& found) {
    return notes_on(archive, choice, found.total);
  });
}

// Prints the names of the damaged segments that an answer does not include. True if there are any.
bool tell(const std::vector<LeftOut>& left_out, const std::filesystem::path& archive,
          std::ostream& messages);
void tell(const std::vector<QueryNote>& notes, std::ostream& messages);

// Prints that the time of --timeout was up.
void tell_out_of_time(const CommandLine& line, std::ostream& messages);

// Prints the notes and problems of an answer and returns the exit code. some_rejected if a damaged
// segment was left out, else out_of_time if the time was up, whatever was found.
template <class Found>
ExitCode conclude(const Asked<Found>& asked, const CommandLine& line, const Surroundings& around,
                  bool has_found) {
  tell(asked.notes, around.messages);
  if (asked.out_of_time) tell_out_of_time(line, around.messages);
  if (tell(asked.left_out, asked.archive, around.messages)) return ExitCode::some_rejected;
  if (asked.out_of_time) return ExitCode::out_of_time;
  return has_found ? ExitCode::ok : ExitCode::no_match;
}

}  // namespace newsindex
