// SPDX-License-Identifier: GPL-3.0-or-later
// The command export: prints all matches with their whole articles in an exchange format, or writes
// them to files.
#include <filesystem>
#include <fstream>
#include <string>

#include "query/answer/from_search.h"
#include "query/commands/ask.h"
#include "query/commands/commands.h"
#include "query/commands/part_printer.h"
#include "query/commands/text_files.h"

namespace newsindex {
namespace {

SearchRequest export_request(const CommandLine& line, const Surroundings& around) {
  SearchRequest request = search_request(line, around, HitDetail::article, kNoLimit);
  if (!line.has("sort")) request.sort = Sort::newest;
  return request;
}

}  // namespace

ExitCode run_export(const CommandLine& line, const Surroundings& around) {
  const OutputChoice output = output_choice(line);
  const SearchRequest request = export_request(line, around);
  const std::string folder = line.text("into");
  if (!folder.empty() && line.has("format"))
    throw Error(ExitCode::usage, "--into writes files of plain text; it does not go with --format");
  if (!folder.empty()) {
    TextFiles files(folder);
    const auto asked =
        ask(line, around, request, [&](Archive& archive) { return files.write(archive, request); });
    return conclude(asked, line, around, asked.found > 0);
  }
  PartPrinter printer(around.out, output, around.style(output.color));
  const auto asked = ask(line, around, request, [&](Archive& archive) {
    return printer.print(archive, request, "", to_export);
  });
  printer.close();
  return conclude(asked, line, around, asked.found > 0);
}

}  // namespace newsindex
