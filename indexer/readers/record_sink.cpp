// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/record_sink.h"

#include <utility>

#include <simdjson.h>

namespace newsindex {
namespace {

std::string size_text(std::uint64_t bytes) {
  constexpr std::uint64_t kMega = 1 << 20;
  return bytes % kMega == 0 ? std::to_string(bytes / kMega) + " MB"
                            : std::to_string(bytes) + " bytes";
}

}  // namespace

void RecordSink::give(RecordFormat format, std::string_view bytes) {
  if (too_long(bytes.size())) {
    refuse_too_long();
    return;
  }
  Record record{format, {}, next(), context_.url, context_.charset, context_.retrieved};
  // The JSON parser reads a little past the end: with room there, it need not copy the record.
  record.bytes.reserve(bytes.size() + simdjson::SIMDJSON_PADDING);
  record.bytes = bytes;
  wants_more_ = (*take_)(std::move(record));
}

void RecordSink::refuse(std::string reason) { (*reject_)(Reject{next(), std::move(reason)}); }

void RecordSink::refuse_unread(std::string reason) {
  if (incomplete_.empty()) incomplete_ = reason;
  refuse(std::move(reason));
}

void RecordSink::set_resume(bool is_file, std::uint64_t before) {
  if (is_file)
    resume_.offset += before;
  else
    resume_ = {};
}

void RecordSink::refuse_too_long() { refuse("longer than " + size_text(limits_->record_bytes)); }

}  // namespace newsindex
