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
            HAV-SKOLE-ENG,HAV-SKOLE,skole,Engskolen,Meadow School,,2020-01-01,2026-07-31
            HAV-TEKNIK,HAV,afdeling,Teknik og Miljø,Technical Services,,2020-01-01,
            HAV-TEKNIK-VEJ,HAV-TEKNIK,sektion,Vej og Park,Roads and Parks,,2020-01-01,

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
