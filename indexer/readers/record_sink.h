// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the records and rejects of one file and numbers them in the order of the file.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/readers/reader.h"

namespace newsindex {

// What a container says about the records in it; see Record.
struct RecordContext {
  std::string entry;
  std::string url;
  std::string charset;
  std::string retrieved;
};

class RecordSink {
 public:
  RecordSink(const SourceFile& file, const ReadLimits& limits,
             const std::function<bool(Record)>& take, const std::function<void(Reject)>& reject)
      : file_(&file), limits_(&limits), take_(&take), reject_(&reject) {}

  // False after `take` has returned false.
  bool wants_more() const { return wants_more_; }

  // Passes one record on, or a reject if the record is too long.
  void give(RecordFormat format, std::string_view bytes);

  // Passes the next record on as a reject.
  void refuse(std::string reason);
  void refuse_too_long();

  // Like refuse(), if the rest of the file after this record was not read.
  void refuse_unread(std::string reason);
  // Why not all of the file was read, or empty.
  const std::string& incomplete() const { return incomplete_; }

  // Notes that a record may begin here, `offset` bytes into the text of the file. set_resume()
  // forgets this for text in containers.
  void may_resume(AppendableFormat shape, std::uint64_t offset) {
    resume_ = {shape, offset, number_};
  }
  const Resume& resume() const { return resume_; }
  // Called after the reading. `is_file`: the text is that of the file, which has `before` more
  // bytes in front of it; otherwise the file cannot be resumed.
  void set_resume(bool is_file, std::uint64_t before);
  void begin_at(std::uint64_t record) { number_ = record; }

  // Applies to all records and rejects from now on.
  void set_context(RecordContext context) { context_ = std::move(context); }
  const RecordContext& context() const { return context_; }

  // The number of records and rejects so far.
  std::uint64_t count() const { return number_; }

  const ReadLimits& limits() const { return *limits_; }
  const SourceFile& file() const { return *file_; }

  bool too_long(std::size_t bytes) const { return bytes > limits_->record_bytes; }

 private:
  Provenance next() { return {file_->path, number_++, context_.entry}; }

  const SourceFile* file_;
  const ReadLimits* limits_;
  const std::function<bool(Record)>* take_;
  const std::function<void(Reject)>* reject_;
  RecordContext context_;
  std::uint64_t number_ = 0;
  bool wants_more_ = true;
  std::string incomplete_;
  Resume resume_;
};

}  // namespace newsindex
