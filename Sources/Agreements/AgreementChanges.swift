import Files
import Journal
import Kernel
import Storage

extension Agreement {
    var subject: Subject { Subject("agreement", id) }

    /// The draft, as it is begun.
    static func begun(_ basics: Basics, id: ID<Agreement>, _ deed: Deed) -> Change {
        Change(
            [
                """
                INSERT INTO agreement (id, committee_id, cooperation_id, day, name_da, name_en, review_on, created_by,
                created_at, edited_by, edited_at)
                VALUES (\(id), \(basics.committee), \(basics.cooperation), \(basics.day), \(basics.name.danish),
                \(basics.name.english), \(basics.reviewOn), \(deed.person), \(deed.moment), \(deed.person),
                \(deed.moment))
                """
            ],
            journal: [
                JournalEntry(
                    Subject("agreement", id), "created",
                    after: ["name": basics.name.danish, "day": basics.day.text])
            ],
            raising: [.agreements])
    }

    func changed(to basics: Basics, _ deed: Deed) -> Change {
        Change(
            [
                ("""
                UPDATE agreement SET committee_id = \(basics.committee), cooperation_id = \(basics.cooperation),
                day = \(basics.day), name_da = \(basics.name.danish), name_en = \(basics.name.english),
                review_on = \(basics.reviewOn), edited_by = \(deed.person), edited_at = \(deed.moment)
                WHERE id = \(id) AND concluded_at IS NULL
                """ as SQL).orStale
            ],
            journal: [
                JournalEntry(
                    subject, "changed",
                    from: ["name": name.danish, "day": day.text, "review_on": reviewOn?.text ?? ""],
                    to: [
                        "name": basics.name.danish, "day": basics.day.text,
                        "review_on": basics.reviewOn?.text ?? "",
                    ])
            ],
            raising: [.agreements])
    }

    func written(_ texts: [String: Entry], was: [String: Entry], _ deed: Deed) -> Change {
        let statements = texts.sorted { $0.key < $1.key }.map { section, entry -> SQL in
            """
            INSERT INTO agreement_text (agreement_id, section, text, is_ticked)
            VALUES (\(id), \(section), \(entry.text), \(entry.isTicked))
            ON CONFLICT (agreement_id, section) DO UPDATE SET text = excluded.text, is_ticked = excluded.is_ticked
            """
        }
        return Change(
            [edited(deed)] + statements,
            journal: [
                JournalEntry(
                    subject, "changed",
                    from: was.filter { texts[$0.key] != nil }.mapValues(\.text).filter { !$0.value.isEmpty },
                    to: texts.mapValues(\.text).filter { !$0.value.isEmpty })
            ],
            raising: [.agreements])
    }

    func attached(_ new: NewFile, to section: String, _ deed: Deed) -> Change {
        Change(
            [edited(deed)] + new.insertions + [
                """
                INSERT INTO agreement_file (agreement_id, file_id, section, at)
                VALUES (\(id), \(new.file.id), \(section), \(deed.moment))
                """
            ],
            journal: [JournalEntry(subject, "attached", after: ["file": new.file.name])], raising: [.agreements])
    }

    func detached(_ file: StoredFile, _ deed: Deed) -> Change {
        Change(
            [
                edited(deed),
                "DELETE FROM agreement_file WHERE agreement_id = \(id) AND file_id = \(file.id)",
            ] + file.deletions,
            journal: [JournalEntry(subject, "detached", before: ["file": file.name])], raising: [.agreements])
    }

    /// Drafts only: what was agreed stays as it was agreed.
    private func edited(_ deed: Deed) -> SQL {
        ("""
        UPDATE agreement SET edited_by = \(deed.person), edited_at = \(deed.moment)
        WHERE id = \(id) AND concluded_at IS NULL
        """ as SQL).orStale
    }

    func concluded(as joint: BodyID, _ deed: Deed) -> Change {
        Change(
            [
                ("""
                UPDATE agreement SET joint_id = \(joint), concluded_by = \(deed.person), concluded_at = \(deed.moment)
                WHERE id = \(id) AND concluded_at IS NULL
                """ as SQL).orStale
            ],
            journal: [JournalEntry(subject, "concluded", after: ["name": name.danish, "day": day.text])],
            raising: [.agreements])
    }

    func ended(on day: Day, because reason: String, _ deed: Deed) -> Change {
        Change(
            [
                ("""
                UPDATE agreement SET ended_on = \(day), ended_because = \(reason), ended_by = \(deed.person),
                ended_at = \(deed.moment) WHERE id = \(id) AND concluded_at IS NOT NULL AND ended_on IS NULL
                """ as SQL).orStale
            ],
            journal: [
                JournalEntry(
                    subject, "ended", before: ["name": name.danish], after: ["day": day.text, "reason": reason])
            ],
            raising: [.agreements])
    }

    /// Another day on which the parties look at it, after it was looked at.
    func reviewed(next day: Day, _ deed: Deed) -> Change {
        Change(
            [
                ("""
                UPDATE agreement SET review_on = \(day)
                WHERE id = \(id) AND concluded_at IS NOT NULL AND ended_on IS NULL
                """ as SQL).orStale
            ],
            journal: [
                JournalEntry(
                    subject, "reviewed", before: ["review_on": reviewOn?.text ?? ""], after: ["review_on": day.text])
            ],
            raising: [.agreements])
    }

    /// A draft that nobody wants any more.
    func discarded(_ files: [StoredFile]) -> Change {
        Change(
            [
                "DELETE FROM agreement_file WHERE agreement_id = \(id)",
                "DELETE FROM agreement_text WHERE agreement_id = \(id)",
                ("DELETE FROM agreement WHERE id = \(id) AND concluded_at IS NULL" as SQL).orStale,
            ] + files.flatMap(\.deletions),
            journal: [JournalEntry(subject, "discarded", before: ["name": name.danish])], raising: [.agreements])
    }
}

extension Topic {
    /// Agreements and rules of procedure: what pages and Today say of them.
    public static let agreements = Topic("agreements")
}
