/// Small files to begin from. The same lie in `Resources/examples`.
enum ImportExample {
    static func text(of kind: ImportKind) -> String {
        switch kind {
        case .units:
            """
            code,parent,kind,name_da,name_en,legal_entity,opens,closes
            HAV,,organisation,Havbro Kommune,Havbro Municipality,ja,2020-01-01,
            HAV-SKOLE,HAV,afdeling,Skole og Dagtilbud,Schools and Day Care,,2020-01-01,
            HAV-SKOLE-NORD,HAV-SKOLE,skole,Nordre Skole,North School,,2020-01-01,
            HAV-SKOLE-ENG,HAV-SKOLE,skole,Engskolen,Meadow School,,2020-01-01,2024-07-31
            HAV-TEKNIK,HAV,afdeling,Teknik og Miljø,Technical Services,,2020-01-01,
            HAV-TEKNIK-VEJ,HAV-TEKNIK,sektion,Vej og Park,Roads and Parks,,2020-01-01,

            """
        case .history:
            """
            unit,ends,name_da,name_en,parent,kind,merged_into,reason
            HAV-SKOLE-NORD,2022-07-31,Nordbyens Skole,Northtown School,,,,Nyt navn efter ombygningen
            HAV-TEKNIK-VEJ,2023-12-31,,,HAV,,,Flyttet ind under Teknik og Miljø
            HAV-SKOLE-ENG,2024-07-31,,,,,HAV-SKOLE-NORD,Færre børn i området

            """
        case .bodies:
            """
            code,kind,name_da,name_en,units,parent,opens,closes
            HAMU,main,Hovedudvalget,Main committee,HAV,,2020-01-01,
            AMU-SKOLE,AMU,AMU Skole og Dagtilbud,Schools committee,HAV-SKOLE,HAMU,2020-01-01,
            AMG-NORD,AMG,AMG Nordre Skole,North School group,HAV-SKOLE-NORD,AMU-SKOLE,2020-01-01,

            """
        case .months:
            """
            unit,month,head_count,hours
            HAV-SKOLE-NORD,2026-01,42,5880
            HAV-SKOLE-NORD,2026-02,43,5410

            """
        case .mandates:
            """
            body,unit,person,role,origin,starts,ends,hours,represents,represented_unit,deputy_of
            AMG-NORD,,1003,arbejdsleder,udpeget,2024-01-01,,,,,
            AMG-NORD,,1002,AMR,valgt,2025-02-01,2027-01-31,"3,5",lærerne,HAV-SKOLE-NORD,
            ,HAV-SKOLE,1001,HR-partner,udpeget,2024-01-01,,,,,

            """
        case .people:
            """
            external_id,name,email,phone,language,kind,unit,title,starts,ends
            1001,Signe Ågård,signe.aagaard@havbro.example,12 34 56 01,da,medarbejder,HAV,HR-konsulent,2021-02-01,
            1002,Mikkel Brønd,mikkel.broend@havbro.example,12 34 56 02,da,medarbejder,HAV-SKOLE-NORD,Lærer,2020-08-01,
            1003,Amina Sørup,amina.soerup@havbro.example,12 34 56 03,da,medarbejder,HAV-SKOLE-NORD,Skoleleder,2022-01-01,
            1004,Torben Lykkegård,,,da,medarbejder,HAV-TEKNIK-VEJ,Gartner,2023-04-01,
            1005,Grace Whitlow,grace.whitlow@havbro.example,,en,ekstern,HAV-TEKNIK,Konsulent,2026-01-01,2026-12-31

            """
        }
    }
}
