// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/output_choice.h"

#include <algorithm>
#include <array>

#include "query/commands/choices.h"
#include "query/commands/option_values.h"
#include "schema/error.h"

namespace newsindex {
namespace {

constexpr std::array kColors{Named{"auto", Color::automatic}, Named{"always", Color::always},
                             Named{"never", Color::never}};
constexpr std::array kFormats{Named{"text", Format::text},   Named{"json", Format::json},
                              Named{"jsonl", Format::jsonl}, Named{"tsv", Format::tsv},
                              Named{"csv", Format::csv},     Named{"ids", Format::ids},
                              Named{"trec", Format::trec}};

bool has_own_columns(Format format) { return format == Format::trec || format == Format::ids; }

Format format_of(const CommandLine& line) {
  const std::string given = line.text("format");
  return given.empty() && line.command == "batch" ? Format::trec : choice(given, kFormats);
}

std::vector<std::string> fields_named(const std::string& given, Format format) {
  if (given.empty()) return {};
  if (has_own_columns(format))
    throw Error(ExitCode::usage,
                "--fields does not go with --format trec or ids, which have columns of their own");
  return parts_of(given);
}

}  // namespace

OutputChoice output_choice(const CommandLine& line) {
  const Format format = format_of(line);
  return {format, fields_named(line.text("fields"), format), choice(line.text("color"), kColors)};
}

HitDetail detail_for(const OutputChoice& output) {
  if (has_own_columns(output.format)) return HitDetail::id;
  const auto is_marked = [](const std::string& name) {
    return name == "snippet" || name == "title_matches";
  };
  const auto& fields = output.fields;
  if (!fields.empty())
    return std::any_of(fields.begin(), fields.end(), is_marked) ? HitDetail::text
                                                                : HitDetail::article;
  return output.format == Format::tsv || output.format == Format::csv ? HitDetail::article
                                                                      : HitDetail::text;
}

void print(std::ostream& out, const OutputChoice& output, const Answer& answer,
           const Style& style) {
  render(out, output.fields.empty() ? answer : with_fields(answer, output.fields), output.format,
         style);
}

}  // namespace newsindex
